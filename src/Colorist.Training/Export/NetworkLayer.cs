using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>A layer of a Torch network, by the name that it has in a model.</summary>
/// <param name="Plan">Name and shape.</param>
/// <param name="Weights">Its weights.</param>
/// <param name="Norm">The batch normalisation behind it; null behind the layers that tell colours and scenes.</param>
internal sealed record NetworkLayer(LayerPlan Plan, Weighted Weights, BatchNorm? Norm)
{
    /// <summary>Every layer, in the plan's order: that in which the network's parts are declared.</summary>
    public static IReadOnlyList<NetworkLayer> All(ColorNetwork network) => All(network, network.Sizes.Layers);

    /// <summary>The layers of any module, by the plans in whose order its parts are declared.</summary>
    public static IReadOnlyList<NetworkLayer> All(nn.Module module, IReadOnlyList<LayerPlan> plans)
    {
        var modules = DepthFirst(module).Where(part => part is Weighted or BatchNorm).ToList();
        var layers = modules.Index().Where(pair => pair.Item is Weighted)
            .Select(pair => ((Weighted)pair.Item, modules.ElementAtOrDefault(pair.Index + 1) as BatchNorm));
        return [.. plans.Zip(layers, (plan, layer) => new NetworkLayer(plan, layer.Item1, layer.Item2))];
    }

    // TorchSharp's own modules() goes level by level.
    private static IEnumerable<nn.Module> DepthFirst(nn.Module module) =>
        module.named_children().SelectMany(child => DepthFirst(child.module)).Prepend(module);
}
