namespace Colorist;

/// <summary>
/// A trained model, loaded and checked: its card and its two networks. May be used by several threads at once.
/// </summary>
public sealed class Model : IDisposable
{
    private readonly Lazy<IReadOnlyList<Mood>> moods;
    private readonly Lazy<SceneryNetwork> scenery;
    private readonly Lazy<ScenePalettes?> palettes;

    private Model(string? folder, ModelCard card, ISceneNetwork? global, IColorNetwork local, PaletteNetwork? palette,
        Func<SceneryNetwork> load)
    {
        (Card, Global, Local, Palette, scenery) = (card, global, local, palette, new(load));
        palettes =
            new(() => folder is null
                ? null
                : ScenePalettesFile.Read(Path.Combine(folder, ScenePalettesFile.FileName), card));
        moods = new(() => folder is null ? [] : MoodFile.Read(Path.Combine(folder, MoodFile.FileName), card));
    }

    /// <summary>What the model says of itself.</summary>
    public ModelCard Card { get; }

    /// <summary>Finds the scene; null in the paper's baseline, a model without global features.</summary>
    public ISceneNetwork? Global { get; }

    /// <summary>Predicts the colours.</summary>
    public IColorNetwork Local { get; }

    /// <summary>Makes palettes changes of the scene; null in a model that takes none.</summary>
    public PaletteNetwork? Palette { get; }

    /// <summary>What it computes on, never <see cref="ComputeDevice.Automatic"/>.</summary>
    public ComputeDevice Device { get; private init; }

    /// <summary>
    /// The local network for several scenes of one picture, in a model that takes palettes. It is loaded when it is
    /// first asked for.
    /// </summary>
    /// <exception cref="ModelException">ONNX Runtime cannot load it.</exception>
    internal SceneryNetwork Scenery => scenery.Value;

    /// <summary>
    /// What colours scenes have; null if nothing of that kind comes with the model. They are read when they are first
    /// asked for.
    /// </summary>
    /// <exception cref="ModelException">The file is damaged, or one of another model.</exception>
    public ScenePalettes? Palettes => palettes.Value;

    /// <summary>
    /// The moods that come with the model; empty if there are none. They are read when they are first asked for.
    /// </summary>
    /// <exception cref="ModelException">The file of moods is damaged, or one of another model.</exception>
    public IReadOnlyList<Mood> Moods => moods.Value;

    /// <summary>Loads a model after checking its card and the size and SHA-256 of each of its files.</summary>
    /// <param name="path">
    /// The name of an added model (<see cref="ModelShelf"/>), a model's folder or its <c>card.json</c>; or two of them
    /// and the share of the second, 0..1, as <c>A+B:0.4</c>: a model whose colours are the mean of theirs.
    /// </param>
    /// <param name="threads">Threads that work on one picture; 0, the default, for one per core.</param>
    /// <param name="precision">In which numbers the local network computes.</param>
    /// <param name="device">What it computes on; the processor by default.</param>
    /// <returns>The model; the caller disposes it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of threads.</exception>
    /// <exception cref="ModelException">
    /// A file is missing, truncated, altered or of another format, or the device cannot be used.
    /// </exception>
    public static Model Load(string path, int threads = 0, Precision precision = Precision.Automatic,
        ComputeDevice device = ComputeDevice.Cpu)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        if (new ModelShelf().Find(path) is { } found) return FromFolder(found, threads, precision, device);
        return MergedName.Parse(path) is var (first, second, share)
            ? Merged(Load(first, threads, precision, device), () => Load(second, threads, precision, device), share)
            : FromFolder(path, threads, precision, device);
    }

    private static Model Merged(Model first, Func<Model> second, float share)
    {
        try
        {
            var merge = new MergedNetwork(first, second(), share);
            var scene = merge.Card.HasGlobal ? new MergedScene(merge) : null;
            return new Model(null, merge.Card, scene, merge, palette: null, NoScenery) { Device = first.Device };
            SceneryNetwork NoScenery() => throw new InvalidOperationException($"{merge.Card.Name} takes no palettes.");
        }
        catch
        {
            first.Dispose();
            throw;
        }
    }

    private static Model FromFolder(string path, int threads, Precision precision, ComputeDevice device)
    {
        var cardPath = Directory.Exists(path) ? Path.Combine(path, ModelCard.FileName) : path;
        var folder = Path.GetDirectoryName(cardPath)!;
        var choice = Task.Run(() => Devices.Choose(device)); // starts ONNX Runtime, beside the card
        var card = ModelCard.Read(cardPath);
        var checks = card.Files.Select(file => Task.Run(() => file.Check(folder))).ToList();
        foreach (var check in checks) check.GetAwaiter().GetResult();

        var used = choice.GetAwaiter().GetResult();
        var numbers = Numbers(cardPath, card, precision, used);
        // the two large graphs load at once, on a core each
        var global = Task.Run(
            () => card.HasGlobal ? new GlobalNetwork(Graph(ModelFile.GlobalGraph, loadsFast: true), card) : null);
        IColorNetwork local = card.Foreign is null
            ? new LocalNetwork(Local(ModelFile.LocalGraph), card)
            : new ForeignNetwork(Graph(ModelFile.LocalGraph), Path.Combine(folder, ModelFile.LocalGraph), card);
        var palette = card.PaletteLength > 0
            ? new PaletteNetwork(Graph(ModelFile.PaletteGraph, loadsFast: true), card)
            : null;
        SceneryNetwork Scenery() => new(Local(ModelFile.MapsGraph), Local(ModelFile.PaintGraph), card.Shape);
        return new Model(folder, card, global.GetAwaiter().GetResult(), local, palette, Scenery) { Device = used };

        OnnxGraph Graph(string name, bool loadsFast = false) =>
            new(Path.Combine(folder, name), threads, used, loadsFast);
        OnnxGraph Local(string name) => Graph(ModelFile.In(numbers, name));
    }

    /// <summary>Frees its networks.</summary>
    public void Dispose()
    {
        Global?.Dispose();
        Local.Dispose();
        Palette?.Dispose();
        if (scenery.IsValueCreated) scenery.Value.Dispose();
    }

    /// <summary>The numbers that the local network computes in: any but <see cref="Precision.Automatic"/>.</summary>
    private static Precision Numbers(string path, ModelCard card, Precision wanted, ComputeDevice device)
    {
        if (wanted == Precision.Automatic)
        {
            var fast = device switch
            {
                ComputeDevice.Cuda or ComputeDevice.DirectML => Precision.Half,
                ComputeDevice.Cpu when Processor.IsFastWithEightBits => Precision.EightBits,
                _ => Precision.Full,
            };
            return card.Precisions.Contains(fast) ? fast : Precision.Full;
        }

        if (card.Precisions.Contains(wanted)) return wanted;
        throw wanted == Precision.EightBits
            ? new ModelException(path, "a model that was calibrated for 8 bits", "one without them")
            : new ModelException(path, "a model with graphs in half precision", "one without them");
    }
}
