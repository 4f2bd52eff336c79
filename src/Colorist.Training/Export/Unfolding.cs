using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>
/// Puts the layers of a model into a Torch network, so that training can go on from it: the reverse of
/// <see cref="Folding"/>.
/// </summary>
internal static class Unfolding
{
    private const string LastClassification = "class.1";

    /// <summary>
    /// Makes a network compute what the model does. Layers that the model lacks keep their weights, and so does the
    /// last layer of the scenes if there are more or fewer of them; where a convolution takes more channels than the
    /// model's, the weights of those that come after are 0, so that they change nothing before they have learned.
    /// </summary>
    /// <param name="model">Its folder, for messages.</param>
    /// <param name="layers">By name.</param>
    /// <param name="network">Left in training mode.</param>
    /// <param name="lightness">
    /// N×1×S×S, real training pictures: the means and variances of their features are what batch normalisation goes on
    /// from.
    /// </param>
    /// <exception cref="CheckpointException">
    /// A layer of the network is smaller than the model's, or of another form.
    /// </exception>
    public static void Unfold(
        string model, IReadOnlyDictionary<string, FoldedLayer> layers, ColorNetwork network, Tensor lightness)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        foreach (var layer in NetworkLayer.All(network))
            if (layers.TryGetValue(layer.Plan.Name, out var stored) && !OfOtherScenes(stored, layer))
                Copy(model, stored, layer);
        network.train();
        network.forward(lightness);
    }

    private static bool OfOtherScenes(FoldedLayer stored, NetworkLayer layer) =>
        layer.Plan.Name == LastClassification && stored.WeightShape[0] != layer.Plan.WeightShape[0];

    private static void Copy(string model, FoldedLayer stored, NetworkLayer layer)
    {
        var (from, to) = (stored.WeightShape, layer.Plan.WeightShape);
        var fits = from.Length == to.Length && from[0] == to[0] && from.AsSpan(2).SequenceEqual(to.AsSpan(2))
            && (from[1] == to[1] || (from[1] < to[1] && to.Length == 4));
        if (!fits)
            throw new CheckpointException(
                model, $"{layer.Plan.Name} of {string.Join('×', to)}", string.Join('×', from));
        var weight = layer.Weights.Weight;
        weight.zero_();
        weight.narrow(1, 0, from[1]).copy_(tensor(stored.Weight, from));
        layer.Weights.Bias?.copy_(tensor(stored.Bias));
        layer.Norm?.Adopt(stored.Bias);
    }
}
