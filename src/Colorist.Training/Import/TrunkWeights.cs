using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>Puts a pretrained trunk into a Torch network of the ResNet-18 family.</summary>
internal static class TrunkWeights
{
    /// <summary>Makes the trunk of a network the one of a file; its other layers keep their weights.</summary>
    /// <param name="path">See <see cref="PretrainedTrunk.FromFile"/>.</param>
    /// <param name="network">Of full width.</param>
    /// <exception cref="ModelException">The file is missing, or is no such network.</exception>
    public static void Load(string path, ResNetNetwork network)
    {
        var stored = PretrainedTrunk.FromFile(path, (ResNetSizes)network.Sizes);
        Copy(stored, NetworkLayer.All(network).Where(layer => stored.ContainsKey(layer.Plan.Name)));
    }

    /// <summary>Copies layers by their names.</summary>
    /// <param name="stored">Has every one of them.</param>
    /// <param name="layers">Take the weights.</param>
    public static void Copy(IReadOnlyDictionary<string, FoldedLayer> stored, IEnumerable<NetworkLayer> layers)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        foreach (var layer in layers)
        {
            var (weight, bias) = (stored[layer.Plan.Name].Weight, stored[layer.Plan.Name].Bias);
            layer.Weights.Weight.copy_(tensor(weight, layer.Weights.Weight.shape));
            layer.Weights.Bias!.copy_(tensor(bias));
        }
    }
}
