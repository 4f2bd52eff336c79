namespace Colorist.Modelling;

/// <summary>Writes a trained network as a model that <see cref="Model.Load"/> reads.</summary>
public static class ModelExport
{
    private const string Previous = ".previous";

    /// <summary>
    /// Writes the graphs, their weights and, last, the card into a folder beside the destination, then renames it: a
    /// model is there completely or not at all. A model that is already there is replaced.
    /// </summary>
    /// <param name="folder">Where the model shall be: a new or empty folder, or one that holds a model.</param>
    /// <param name="network">The trained network.</param>
    /// <param name="card">
    /// What to say about it; everything that follows from the network and the files is filled in here.
    /// </param>
    /// <param name="storage">How the weights are stored.</param>
    /// <param name="calibration">
    /// Planes of real lightness, of sizes that the network takes, on which the local network is calibrated for 8 bits;
    /// none for single precision only.
    /// </param>
    /// <returns>The card as written.</returns>
    /// <exception cref="ArgumentException">
    /// A layer is missing or wrong, or the labels do not match the number of classes.
    /// </exception>
    /// <exception cref="ModelException">
    /// The folder holds something that is not a model, or cannot be written.
    /// </exception>
    public static ModelCard Write(
        string folder, FoldedNetwork network, ModelCard card, WeightStorage storage = WeightStorage.HalfPrecision,
        params IReadOnlyList<LightnessPlane> calibration)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(card);
        network.Check();
        CheckLabels(network, card);
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        CheckReplaceable(folder);
        DeleteLeftovers(folder);

        var beside = $"{folder}.{Guid.NewGuid():n}";
        try
        {
            Directory.CreateDirectory(beside);
            var graphs = WriteNetwork(beside, network, storage);
            var written = Complete(card with { HasEightBits = false, HasHalf = true }, network, beside);
            written.Write(beside);
            if (calibration.Count > 0)
            {
                WriteEightBits(beside, network, graphs, Calibration.Run(graphs, beside, calibration));
                written = Complete(written with { HasEightBits = true }, network, beside);
                written.Write(beside);
            }
            Replace(folder, beside);
            return written;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(folder, "a place where a model can be written", "an error", e);
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    private static void CheckLabels(FoldedNetwork network, ModelCard card)
    {
        var classes = network.Sizes.HasGlobal ? network.Sizes.Classes : 0;
        var found = card.Labels.Count;
        if (found != classes) throw new ArgumentException($"expected {classes} labels, found {found}");
    }

    private static void CheckReplaceable(string folder)
    {
        var isFolder = Directory.Exists(folder);
        var replaceable = isFolder
            ? File.Exists(Path.Combine(folder, ModelCard.FileName))
                || !Directory.EnumerateFileSystemEntries(folder).Any()
            : !File.Exists(folder);
        if (replaceable) return;
        throw new ModelException(folder, "a new or empty folder, or one that holds a model", isFolder
            ? "other files"
            : "a file");
    }

    /// <summary>
    /// Removes what exports to the same place left that were killed; one that writes is younger than an hour.
    /// </summary>
    private static void DeleteLeftovers(string folder)
    {
        var (parent, begin) = (Path.GetDirectoryName(folder)!, Path.GetFileName(folder) + ".");
        if (!Directory.Exists(parent)) return;
        foreach (var left in Directory.GetDirectories(parent))
        {
            var name = Path.GetFileName(left);
            var isOurs = name.StartsWith(begin, StringComparison.Ordinal)
                && Guid.TryParseExact(name[begin.Length..].Split(Previous)[0], "n", out _);
            if (isOurs && Directory.GetLastWriteTimeUtc(left) < DateTime.UtcNow.AddHours(-1))
                Directory.Delete(left, recursive: true);
        }
    }

    private static INetworkGraphs WriteNetwork(string folder, FoldedNetwork network, WeightStorage storage)
    {
        using var stream = File.Create(Path.Combine(folder, ModelFile.Weights));
        var graphs = INetworkGraphs.For(network.Sizes, WeightsFile.Write(stream, ModelFile.Weights, network, storage));
        foreach (var (name, graph) in graphs.Others()) graph.Save(Path.Combine(folder, name));
        foreach (var (name, graph) in Local(graphs))
        {
            graph.Save(Path.Combine(folder, name));
            graph.Save(Path.Combine(folder, ModelFile.In(Precision.Half, name)), inHalf: true);
        }

        return graphs;
    }

    private static void WriteEightBits(
        string folder, FoldedNetwork network, INetworkGraphs graphs, IReadOnlyDictionary<string, float> steps)
    {
        using var stream = File.Create(Path.Combine(folder, ModelFile.EightBitWeights));
        var eightBits = new EightBits(network, new WeightsFile(stream, ModelFile.EightBitWeights), steps);
        foreach (var (name, graph) in Local(graphs, eightBits))
            graph.Save(Path.Combine(folder, ModelFile.In(Precision.EightBits, name)));
    }

    /// <summary>The graphs of the local network, by the name of their file in single precision.</summary>
    private static IEnumerable<KeyValuePair<string, GraphBuilder>> Local(
        INetworkGraphs graphs, EightBits? eightBits = null) =>
        graphs.Parts(eightBits).Append(new(ModelFile.LocalGraph, graphs.Local(eightBits)));

    private static ModelCard Complete(ModelCard card, FoldedNetwork network, string folder)
    {
        var sizes = network.Sizes;
        var completed = card with
        {
            Family = sizes.Family,
            Output = $"a*b* of CIE L*a*b* (D65), −{sizes.ChromaRange}..{sizes.ChromaRange}, float32, N×2×H/2×W/2",
            Shape = sizes.Shape,
            GlobalSide = sizes.HasGlobal ? sizes.GlobalSide : 0,
            GlobalFeatures = sizes.HasGlobal ? sizes.GlobalFeatures : 0,
            PaletteLength = sizes.HasGlobal ? sizes.PaletteLength : 0,
        };
        return completed with
        {
            Files = [.. ModelFile.NamesOf(completed)
            .Select(name => ModelFile.Describe(folder, name))]
        };
    }

    /// <summary>Puts a finished folder in the place of one that may be there.</summary>
    internal static void Replace(string folder, string beside)
    {
        if (!Directory.Exists(folder))
        {
            Directory.Move(beside, folder);
            return;
        }
        var previous = beside + Previous;
        Directory.Move(folder, previous);
        Directory.Move(beside, folder);
        Directory.Delete(previous, recursive: true);
    }
}
