using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>
/// Turns a trained Torch network into plain layers: batch normalisation becomes part of the layer before it.
/// </summary>
internal static class Folding
{
    private const string FirstGlobal = "global.fc.0";
    private const string Last = "color.4";

    /// <summary>Reads every layer; the network stays as it is.</summary>
    /// <param name="network">Of any family, in any mode.</param>
    /// <param name="globalSide">
    /// Side of the copy that the exported global part shall see; null for the network's own.
    /// </param>
    public static FoldedNetwork Fold(ColorNetwork network, int? globalSide = null) => network switch
    {
        ColorizationNetwork paper => Fold(paper, globalSide),
        ResNetNetwork resNet => Fold(resNet, globalSide),
        _ => throw new ArgumentException($"expected a network of a known family, found {network.Sizes.Family}"),
    };

    /// <summary>Reads every layer; the network stays as it is.</summary>
    /// <param name="network">In any mode.</param>
    /// <param name="globalSide">
    /// Side of the copy that the exported global branch shall see, a multiple of 8; null for the network's own.
    /// </param>
    public static FoldedNetwork Fold(ColorizationNetwork network, int? globalSide = null)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var folded = Folded(NetworkLayer.All(network));
        var own = (NetworkSizes)network.Sizes;
        if (own.Output == ColorOutput.Bins) folded[Last] = Annealed(folded[Last], network.Temperature);
        var sizes = own with { GlobalSide = globalSide ?? own.GlobalSide };
        if (sizes.Global)
            folded[FirstGlobal] = PoolingFolded(folded[FirstGlobal], own.GlobalGrid, sizes.GlobalGrid);
        return new FoldedNetwork(sizes, folded);
    }

    /// <summary>Reads every layer; the network stays as it is.</summary>
    /// <param name="network">In any mode.</param>
    /// <param name="globalSide">
    /// Side of the copy that the exported global part shall see; null for the network's own.
    /// </param>
    public static FoldedNetwork Fold(ResNetNetwork network, int? globalSide = null)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var own = (ResNetSizes)network.Sizes;
        var sizes = own with { GlobalSide = globalSide ?? own.GlobalSide };
        return new FoldedNetwork(sizes, Folded(NetworkLayer.All(network)));
    }

    /// <summary>
    /// Makes the pooling from a picture's own grid to the network's part of the weights behind it: both are linear.
    /// </summary>
    private static FoldedLayer PoolingFolded(FoldedLayer layer, int from, int to)
    {
        if (from == to) return layer;
        var share = Enumerable.Range(0, from).Select(cell => PoolingShares(cell, from, to)).ToArray(); // from × to
        var maps = layer.Weight.Length / (from * from);
        var weight = new float[maps * to * to];
        for (var map = 0; map < maps; map++)
            for (var cell = 0; cell < from * from; cell++)
                for (var y = 0; y < to; y++)
                    for (var x = 0; x < to; x++)
                        weight[(map * to + y) * to + x] += layer.Weight[map * from * from + cell]
                            * share[cell / from][y] * share[cell % from][x];
        return layer with
        {
            WeightShape = [layer.WeightShape[0], layer.WeightShape[1] / (from * from) * to * to],
            Weight = weight
        };
    }

    /// <summary>Makes the temperature of the softmax behind a layer part of the layer.</summary>
    private static FoldedLayer Annealed(FoldedLayer layer, double temperature) => layer with
    {
        Weight = [.. layer.Weight.Select(weight => (float)(weight / temperature))],
        Bias = [.. layer.Bias.Select(bias => (float)(bias / temperature))],
    };

    /// <summary>
    /// What each cell of a line of <paramref name="to"/> gives to one cell of <paramref name="from"/> in Torch's
    /// adaptive average pooling.
    /// </summary>
    private static float[] PoolingShares(int cell, int from, int to)
    {
        var (first, last) = (cell * to / from, ((cell + 1) * to + from - 1) / from);
        return [.. Enumerable.Range(0, to).Select(i => i >= first && i < last ? 1f / (last - first) : 0)];
    }

    private static Dictionary<string, FoldedLayer> Folded(IEnumerable<NetworkLayer> layers) =>
        layers.ToDictionary(layer => layer.Plan.Name, layer => Folded(Plain(layer.Weights), layer.Norm));

    private static FoldedLayer Plain(Weighted layer) => new(
        layer.Weight.shape,
        layer.Weight.detach().cpu().contiguous().data<float>().ToArray(),
        layer.Bias?.detach().cpu().data<float>().ToArray() ?? new float[layer.Weight.shape[0]]);

    private static FoldedLayer Folded(FoldedLayer layer, BatchNorm? norm)
    {
        if (norm is null) return layer;
        var (scale, shift) = norm.Fold();
        var weightsPerOutput = layer.Weight.Length / scale.Length;
        return layer with
        {
            Weight = [.. layer.Weight.Select((weight, index) => weight * scale[index / weightsPerOutput])],
            Bias = [.. layer.Bias.Select((bias, channel) => bias * scale[channel] + shift[channel])],
        };
    }
}
