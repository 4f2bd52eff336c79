namespace Colorist.Modelling;

/// <summary>A trained network as plain arrays, ready to be written as a model.</summary>
/// <param name="Sizes">The sizes that it was made with.</param>
/// <param name="Layers">By name, exactly those that <see cref="INetworkSizes.Layers"/> lists.</param>
public sealed record FoldedNetwork(INetworkSizes Sizes, IReadOnlyDictionary<string, FoldedLayer> Layers)
{
    /// <summary>
    /// Checks that every layer is there, has the shape that the sizes ask for, and holds finite values.
    /// </summary>
    /// <exception cref="ArgumentException">Says which layer is wrong, what was expected and what was found.</exception>
    public void Check()
    {
        foreach (var plan in Sizes.Layers) Check(plan);
        var unknown = Layers.Keys.Except(Sizes.Layers.Select(plan => plan.Name)).FirstOrDefault();
        if (unknown is not null)
            throw new ArgumentException($"layer {unknown}: expected no such layer for these sizes");
    }

    private void Check(LayerPlan plan)
    {
        if (!Layers.TryGetValue(plan.Name, out var layer))
            throw new ArgumentException($"layer {plan.Name}: expected, but missing");
        Expect(plan.Name, "weight shape", string.Join('×', plan.WeightShape), string.Join('×', layer.WeightShape));
        Expect(plan.Name, "number of weights", plan.WeightShape.Aggregate((a, b) => a * b), layer.Weight.LongLength);
        Expect(plan.Name, "number of biases", plan.WeightShape[0], layer.Bias.LongLength);
        Expect(plan.Name, "values that are not finite", 0, layer.Weight.Concat(layer.Bias)
            .Count(value => !float.IsFinite(value)));
    }

    private static void Expect<T>(string name, string what, T expected, T found)
    {
        if (!Equals(expected, found))
            throw new ArgumentException($"layer {name}: expected {what} {expected}, found {found}");
    }
}
