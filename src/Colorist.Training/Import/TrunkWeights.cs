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
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var stored = PretrainedTrunk.FromFile(path, network.Sizes);
        foreach (var layer in NetworkLayer.All(network).Where(layer => stored.ContainsKey(layer.Plan.Name)))
        {
            layer.Weights.Weight.copy_(tensor(stored[layer.Plan.Name].Weight, layer.Plan.WeightShape));
            layer.Weights.Bias!.copy_(tensor(stored[layer.Plan.Name].Bias));
        }
    }
}
