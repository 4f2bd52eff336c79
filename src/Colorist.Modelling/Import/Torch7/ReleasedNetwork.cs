using static System.FormattableString;

namespace Colorist.Modelling;

/// <summary>
/// Reads a network as the paper's authors released it, a Torch7 file with a table of <c>mean</c> and <c>model</c>, into
/// the layers of our own. Layers are found along the graph by what they are; their shapes are checked.
/// </summary>
/// <remarks>The files are colornet.t7 and colornet_imagenet.t7 of the paper's project, CC BY-NC-SA 4.0.</remarks>
public static class ReleasedNetwork
{
    private const string LowLevel = "CRCRCRCRCRCR";
    private const string MidLevel = LowLevel + "CRCR";
    private const string GlobalFeatures = LowLevel + "CRCRCRCR" + "LRLRLR";
    private const string Colorization = "JCR" + "CRU" + "CRCRU" + "CRCS";
    private const int LowLayers = 6;

    /// <summary>Reads a file of any size; memory is that of the weights in single precision.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The network, with a 3×3 fusion, luma less the file's mean as input, and without scene labels.</returns>
    /// <exception cref="ModelException">The file is missing, damaged or holds another network.</exception>
    public static FoldedNetwork FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var file = new TorchFile(path);
            return Network(file, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, "a Torch7 file that can be read", "an error", e);
        }
        catch (ArgumentException e)
        {
            throw new ModelException(path, "the released network", e.Message, e);
        }
    }

    private static FoldedNetwork Network(TorchFile file, string path)
    {
        if (file.Read() is not TorchTable root || root["mean"] is not double mean
            || root["model"] is not TorchObject model)
            throw new ModelException(path, "a table of mean and model", "something else");
        if (model.Fields["forwardnodes"] is not TorchTable nodes || nodes.List().LastOrDefault() is not TorchObject last
            || last.Fields["data"] is not TorchTable output)
            throw new ModelException(path, "an nn.gModule", model.ClassName);
        var color = Expect(TorchLayers.Before(output, path), Colorization, path);
        if (color.Inputs.Count != 2)
            throw new ModelException(path, "two inputs of the fusion layer", $"{color.Inputs.Count}");
        var joined = color.Inputs.Select(input => TorchLayers.Before(input, path)).ToList();
        var globalFirst = joined[0].Kinds.Contains('L', StringComparison.Ordinal);
        if (globalFirst) joined.Reverse();
        var (mid, global) = (Expect(joined[0], MidLevel, path), Expect(joined[1], GlobalFeatures, path));
        var layers = new TorchWeights(file, path);
        layers.CheckShared(mid.Layers.Take(LowLayers), global.Layers.Take(LowLayers));
        var sizes = Sizes(mid.Layers[0], global.Layers[^3], mean, path);
        TorchLayer[] found = [.. mid.Layers.Take(LowLayers), .. global.Layers.Skip(LowLayers), .. mid.Layers
            .Skip(LowLayers), .. color.Layers];
        var folded = NetworkLayers.Of(sizes).Zip(found)
            .ToDictionary(pair => pair.First.Name, pair => layers.Fold(pair.First, pair.Second));
        if (!globalFirst) folded["fusion"] = GlobalFirst(folded["fusion"], sizes.GlobalFeatures);
        var network = new FoldedNetwork(sizes, folded);
        network.Check();
        return network;
    }

    private static TorchLayers Expect(TorchLayers found, string kinds, string path) => found.Kinds == kinds
        ? found
        : throw new ModelException(path, $"the released network's layers {kinds}", found.Kinds.Length == 0
            ? "none"
            : found.Kinds);

    /// <summary>
    /// The released network's channels, or all of them less by one factor; the global copy's side follows from the
    /// first fully connected layer.
    /// </summary>
    private static NetworkSizes Sizes(TorchLayer first, TorchLayer connected, double mean, string path)
    {
        var width = TorchWeights.Shape(first, path)[0] / 64.0;
        if (width is not (>= 1.0 / 16 and <= 1))
            throw new ModelException(path, "4 to 64 outputs of the first layer", Invariant($"{width * 64}"));
        if (!(mean is >= 0 and <= 1)) throw new ModelException(path, "a mean luma 0..1", Invariant($"{mean}"));
        var sizes = new NetworkSizes { Classes = 0, Width = width, FusionKernel = 3, LumaMean = (float)mean };
        var places = TorchWeights.Shape(connected, path)[^1] / sizes.Channels(512);
        return sizes with { GlobalSide = 32 * (int)Math.Sqrt(Math.Clamp(places, 1, 1024)) };
    }

    /// <summary>
    /// The released network joins mid-level features and then global ones; ours has the global ones first.
    /// </summary>
    private static FoldedLayer GlobalFirst(FoldedLayer fusion, int global)
    {
        var perOutput = fusion.Weight.Length / fusion.Bias.Length;
        var perInput = (int)(fusion.WeightShape[2] * fusion.WeightShape[3]);
        var (weight, mid) = (new float[fusion.Weight.Length], perOutput - global * perInput);
        for (var from = 0; from < weight.Length; from += perOutput)
        {
            fusion.Weight.AsSpan(from + mid, perOutput - mid).CopyTo(weight.AsSpan(from));
            fusion.Weight.AsSpan(from, mid).CopyTo(weight.AsSpan(from + perOutput - mid));
        }
        return fusion with { Weight = weight };
    }
}
