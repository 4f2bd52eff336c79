namespace Colorist.Modelling;

/// <summary>Reads the weights of a Torch7 network's layers, batch normalisation folded in.</summary>
/// <param name="file">The file.</param>
/// <param name="path">Its path, for messages.</param>
internal sealed class TorchWeights(TorchFile file, string path)
{
    private const double UsualEpsilon = 1e-5;

    /// <summary>The sides of a layer's weights.</summary>
    public static long[] Shape(TorchLayer layer, string path) =>
        layer.Layer.Fields["weight"] is TorchTensor { Sizes: [_, _, ..] sizes }
        ? sizes
        : throw new ModelException(path, $"weights in {layer.Layer.ClassName}", "none");

    /// <summary>Reads a layer.</summary>
    /// <param name="plan">What it must look like.</param>
    /// <param name="found">What was found in its place.</param>
    /// <exception cref="ModelException">It looks different.</exception>
    public FoldedLayer Fold(LayerPlan plan, TorchLayer found)
    {
        var fields = found.Layer.Fields;
        if (plan.WeightShape.Length > 2) CheckSteps(plan, fields);
        var shape = Shape(found, path);
        var flat = plan.WeightShape.Skip(1).Aggregate((a, b) => a * b);
        if (!shape.SequenceEqual(plan.WeightShape) && !shape.SequenceEqual([plan.WeightShape[0], flat]))
            throw new ModelException(path, $"{plan.Name} of {Sides(plan.WeightShape)}", Sides(shape));
        var weight = Numbers(fields, "weight", plan.Name)!;
        var bias = Numbers(fields, "bias", plan.Name) ?? new float[plan.WeightShape[0]];
        var layer = new FoldedLayer(plan.WeightShape, weight, bias);
        return found.Norm is null ? layer : Folded(layer, found.Norm.Fields, plan.Name);
    }

    /// <summary>Checks that both branches have one low-level network.</summary>
    /// <exception cref="ModelException">They have two.</exception>
    public void CheckShared(IEnumerable<TorchLayer> local, IEnumerable<TorchLayer> global)
    {
        foreach (var (one, other) in local.Zip(global))
        {
            if (one.Layer.Fields["weight"] is TorchTensor first && other.Layer.Fields["weight"] is TorchTensor second
                && (first.IsSameAs(second)
                    || file.Numbers(first, "low").AsSpan().SequenceEqual(file.Numbers(second, "low")))) continue;
            throw new ModelException(path, "one low-level network for both branches", "two");
        }
    }

    private void CheckSteps(LayerPlan plan, TorchTable fields)
    {
        double Side(string name, string? older = null) =>
            (fields[name] ?? (older is null ? null : fields[older])) as double? ?? 0;
        var found = (Side("dW"), Side("dH"), Side("padW", "padding"), Side("padH", "padding"));
        var pad = plan.WeightShape[^1] / 2;
        if (found != (plan.Stride, plan.Stride, pad, pad))
            throw new ModelException(
                path, $"{plan.Name} with steps of {plan.Stride} and a rim of {pad}", $"steps and rims of {found}");
    }

    private float[]? Numbers(TorchTable fields, string name, string layer) =>
        fields[name] is TorchTensor tensor ? file.Numbers(tensor, $"{layer}.{name}") : null;

    /// <summary>Older files keep one over the deviation of a batch instead of its variance.</summary>
    private FoldedLayer Folded(FoldedLayer layer, TorchTable norm, string name)
    {
        var mean = Statistics("running_mean")
            ?? throw new ModelException(path, $"{name} with a mean of its batches", "none");
        var epsilon = norm["eps"] as double? ?? UsualEpsilon;
        var factors = Statistics("running_std")
            ?? Statistics("running_var")?.Select(variance => (float)(1 / Math.Sqrt(variance + epsilon))).ToArray()
            ?? throw new ModelException(path, $"{name} with a variance of its batches", "none");
        if (Statistics("weight") is { } gain) factors = [.. factors.Zip(gain, (factor, more) => factor * more)];
        var offset = Statistics("bias") ?? new float[mean.Length];
        var perOutput = layer.Weight.Length / layer.Bias.Length;
        return layer with
        {
            Weight = [.. layer.Weight.Select((weight, index) => weight * factors[index / perOutput])],
            Bias = [.. layer.Bias.Select((bias, output) => (bias - mean[output]) * factors[output] + offset[output])],
        };

        float[]? Statistics(string field) => Numbers(norm, field, name) switch
        {
            null => null,
            var values when values.Length == layer.Bias.Length => values,
            var values =>
                throw new ModelException(path, $"{layer.Bias.Length} values of {field} in {name}", $"{values.Length}"),
        };
    }

    private static string Sides(long[] shape) => string.Join('×', shape);
}
