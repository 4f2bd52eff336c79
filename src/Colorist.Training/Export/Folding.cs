using Colorist.Training.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using BatchNorm = Colorist.Training.Networks.BatchNorm;

namespace Colorist.Training.Export;

/// <summary>Turns a trained Torch network into plain layers: batch normalisation becomes part of the layer before it.</summary>
internal static class Folding
{
    /// <summary>Reads every layer; the network stays as it is.</summary>
    public static FoldedNetwork Fold(ColorizationNetwork network)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var layers = new List<FoldedLayer>();
        foreach (var module in DepthFirst(network))
        {
            switch (module)
            {
                case Conv2d convolution: layers.Add(Plain(convolution.weight, convolution.bias)); break;
                case Linear linear: layers.Add(Plain(linear.weight, linear.bias)); break;
                case BatchNorm norm: layers[^1] = Folded(layers[^1], norm); break;
            }
        }
        // Torch lists children in the order of declaration, which is the plan's.
        var names = LayerPlan.Of(network.Sizes).Select(plan => plan.Name);
        return new FoldedNetwork(network.Sizes, names.Zip(layers).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    // TorchSharp's own modules() goes level by level.
    private static IEnumerable<nn.Module> DepthFirst(nn.Module module) =>
        module.named_children().SelectMany(child => DepthFirst(child.module)).Prepend(module);

    private static FoldedLayer Plain(Tensor weight, Tensor? bias) => new(
        weight.shape,
        weight.detach().cpu().contiguous().data<float>().ToArray(),
        bias?.detach().cpu().data<float>().ToArray() ?? new float[weight.shape[0]]);

    private static FoldedLayer Folded(FoldedLayer layer, BatchNorm norm)
    {
        var (scale, shift) = norm.Fold();
        var weightsPerOutput = layer.Weight.Length / scale.Length;
        return layer with
        {
            Weight = [.. layer.Weight.Select((weight, index) => weight * scale[index / weightsPerOutput])],
            Bias = [.. layer.Bias.Select((bias, channel) => bias * scale[channel] + shift[channel])],
        };
    }
}
