using ProtoBuf;

namespace Colorist.Modelling;

/// <summary>
/// Reads a ResNet-18 that learned from ImageNet out of an ONNX file, so that a training run can begin with it:
/// <c>ResNet18.onnx</c> of the NuGet package
/// Microsoft.ML.DnnImageFeaturizer.ResNet18 0.23.1 (MIT), which the user names. Nothing that is shipped needs it.
/// </summary>
public static class PretrainedTrunk
{
    private const float Epsilon = 1e-5f; // of batch normalisation, where a node does not say
    private const float GreyPerLightness = 2.55f; // 0..255 for L* 0..100

    private static readonly float[] MeanColor = [103.06f, 115.90f, 123.15f];

    /// <summary>What was subtracted from blue, green and red, 0..255.</summary>
    public static ReadOnlySpan<float> Means => MeanColor;

    /// <summary>Reads the trunk, made to look at lightness instead of colours.</summary>
    /// <param name="path">
    /// The ONNX file: convolutions, each with a batch normalisation behind it, in the order stem, then for each layer
    /// the shortcut of its first block, and the two of each block.
    /// </param>
    /// <param name="sizes">Of the network that takes it.</param>
    /// <returns>Layers by the names of <see cref="INetworkSizes.Layers"/>, batch normalisation folded in.</returns>
    /// <exception cref="ModelException">The file is missing, or is no such network.</exception>
    public static IReadOnlyDictionary<string, FoldedLayer> FromFile(string path, ResNetSizes sizes) =>
        FromFile(path, sizes, stem => OneChannel(path, stem), stemInputs: 1);

    /// <summary>Reads the trunk as it is: it looks at blue, green and red, 0..255 less <see cref="Means"/>.</summary>
    /// <param name="path">As in <see cref="FromFile(string, ResNetSizes)"/>.</param>
    /// <param name="sizes">Of the network that it stands beside.</param>
    /// <returns>Layers by the same names; the stem has three inputs.</returns>
    /// <exception cref="ModelException">The file is missing, or is no such network.</exception>
    public static IReadOnlyDictionary<string, FoldedLayer> ColorFromFile(string path, ResNetSizes sizes) =>
        FromFile(path, sizes, stem => stem, stemInputs: 3);

    private static Dictionary<string, FoldedLayer> FromFile(
        string path, ResNetSizes sizes, Func<FoldedLayer, FoldedLayer> stem, long stemInputs)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        if (!File.Exists(path)) throw new ModelException(path, "a ResNet-18 (ONNX)", "no file");
        var layers = Read(path);
        var plans = StoredOrder(ResNetLayers.Trunk(sizes)).ToList();
        if (layers.Count != plans.Count)
            throw new ModelException(path, $"{plans.Count} convolutions with batch normalisation", $"{layers.Count}");
        layers[0] = stem(layers[0]);
        var (outputs, height, width) = (plans[0].WeightShape[0], plans[0].WeightShape[2], plans[0].WeightShape[3]);
        plans[0] = plans[0] with { WeightShape = [outputs, stemInputs, height, width] };
        return plans.Zip(layers).ToDictionary(pair => pair.First.Name, pair => Checked(path, pair.First, pair.Second));
    }

    private static List<FoldedLayer> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var graph = Serializer.Deserialize<ModelProto>(file).Graph;
            var tensors = graph.Initializer.ToDictionary(tensor => tensor.Name);
            var norms = graph.Node.Where(node => node.OpType == "BatchNormalization")
                .ToDictionary(node => node.Input[0]);
            return [.. graph.Node.Where(node => node.OpType == "Conv")
                .Select(node => Folded(tensors[node.Input[1]], norms[node.Output[0]], tensors))];
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new ModelException(path, "a ResNet-18 (ONNX)", "something else", e);
        }
    }

    /// <summary>
    /// What reading a file of another kind ends in: its bytes are no message, or names and lengths do not belong
    /// together.
    /// </summary>
    private static bool IsDamage(Exception e) =>
        e is ProtoException or KeyNotFoundException or IndexOutOfRangeException or NullReferenceException or IOException
            or ArgumentException;

    /// <summary>The file has the shortcut of a block before its convolutions.</summary>
    private static IEnumerable<LayerPlan> StoredOrder(IEnumerable<LayerPlan> plans) =>
        plans.GroupBy(plan => plan.Name[..plan.Name.LastIndexOf('.')])
            .SelectMany(block => block.OrderBy(plan => !plan.Name.EndsWith("down", StringComparison.Ordinal)));

    private static FoldedLayer Folded(TensorProto weight, NodeProto norm, Dictionary<string, TensorProto> tensors)
    {
        float[] Of(int input) => tensors[norm.Input[input]].Floats();
        var (gain, offset, mean, variance) = (Of(1), Of(2), Of(3), Of(4));
        var epsilon = norm.Attribute.FirstOrDefault(attribute => attribute.Name == "epsilon")?.F ?? Epsilon;
        float[] scale = [
            .. gain.Zip(variance, (factor, spread) => (float)(factor / Math.Sqrt(spread + (double)epsilon)))];
        var weights = weight.Floats();
        var perOutput = weights.Length / scale.Length;
        return new FoldedLayer(
            weight.Dims,
            [.. weights.Select((value, index) => value * scale[index / perOutput])],
            [.. offset.Select((value, output) => value - mean[output] * scale[output])]);
    }

    /// <summary>
    /// Grey is the same value in all three channels, so their weights add up, and the scaling of the network's input,
    /// (L* − 45) / 22 for 0..255 less the means, goes
    /// into them as well.
    /// </summary>
    private static FoldedLayer OneChannel(string path, FoldedLayer stem)
    {
        if (stem.WeightShape is not [var outputs, 3, var height, var width])
            throw new ModelException(path, "a first convolution of three channels", Sides(stem.WeightShape));
        var (weight, bias) = (new float[outputs * height * width], stem.Bias.ToArray());
        var plane = (int)(height * width);
        for (var i = 0; i < stem.Weight.Length; i++)
        {
            var (output, channel) = (i / (MeanColor.Length * plane), i / plane % MeanColor.Length);
            weight[output * plane + i % plane] += stem.Weight[i] * GreyPerLightness * ResNetScaling.LightnessSpread;
            bias[output] -= stem.Weight[i] * (MeanColor[channel] - GreyPerLightness * ResNetScaling.LightnessMean);
        }
        return new FoldedLayer([outputs, 1, height, width], weight, bias);
    }

    private static FoldedLayer Checked(string path, LayerPlan plan, FoldedLayer layer) =>
        layer.WeightShape.SequenceEqual(plan.WeightShape)
            ? layer
            : throw new ModelException(path, $"{plan.Name} of {Sides(plan.WeightShape)}", Sides(layer.WeightShape));

    private static string Sides(long[] shape) => string.Join('×', shape);
}
