using System.Security.Cryptography;

namespace Colorist;

/// <summary>One file of a model, as its card lists it.</summary>
/// <param name="Name">File name without folder.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
public sealed record ModelFile(string Name, long Bytes, string Sha256)
{
    /// <summary>The graph that finds the scene; only in models with global features.</summary>
    public const string GlobalGraph = "global.onnx";

    /// <summary>The graph that predicts the colours.</summary>
    public const string LocalGraph = "local.onnx";

    /// <summary>The graph that makes palettes changes of the scene; only in models that take palettes.</summary>
    public const string PaletteGraph = "palette.onnx";

    /// <summary>The part of the local network that no scene has a say in; only in models that take palettes.</summary>
    public const string MapsGraph = "maps.onnx";

    /// <summary>
    /// The rest of the local network, which colours the same maps in any scene; only in models that take palettes.
    /// </summary>
    public const string PaintGraph = "paint.onnx";

    /// <summary>The weights of all graphs.</summary>
    public const string Weights = "weights.bin";

    /// <summary>The 8-bit weights of the graphs in 8 bits.</summary>
    public const string EightBitWeights = "weights-8bit.bin";

    private static readonly string[] LocalGraphs = [LocalGraph, MapsGraph, PaintGraph];

    /// <summary>The files that a model consists of, apart from its card, sorted.</summary>
    /// <param name="card">Says which networks there are.</param>
    public static IReadOnlyList<string> NamesOf(ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (card.Foreign is { } foreign) return [.. foreign.Data.Append(LocalGraph).Order(StringComparer.Ordinal)];
        var palettes = card.PaletteLength > 0;
        string[] local = palettes ? LocalGraphs : [LocalGraph];
        (string Name, bool Has)[] others =
        [
            (GlobalGraph, card.HasGlobal),
            (PaletteGraph, palettes),
            (EightBitWeights, card.HasEightBits),
            (Weights, true),
        ];
        return
        [
            .. card.Precisions.SelectMany(precision => local.Select(graph => In(precision, graph)))
                .Concat(others.Where(file => file.Has).Select(file => file.Name)).Order(StringComparer.Ordinal)
        ];
    }

    /// <summary>The name that a graph of the local network has in some numbers.</summary>
    /// <param name="precision">Which; any but <see cref="Precision.Automatic"/>.</param>
    /// <param name="graph"><see cref="LocalGraph"/>, <see cref="MapsGraph"/> or <see cref="PaintGraph"/>.</param>
    /// <exception cref="ArgumentException">Another precision, or another graph.</exception>
    public static string In(Precision precision, string graph)
    {
        if (!LocalGraphs.Contains(graph))
            throw new ArgumentException($"expected a graph of the local network, found {graph}", nameof(graph));
        return precision switch
        {
            Precision.Full => graph,
            Precision.EightBits => Path.ChangeExtension(graph, null) + "-8bit.onnx",
            Precision.Half => Path.ChangeExtension(graph, null) + "-half.onnx",
            _ => throw new ArgumentException($"expected numbers to compute in, found {precision}", nameof(precision)),
        };
    }

    /// <summary>Measures a file.</summary>
    /// <param name="folder">The model's folder.</param>
    /// <param name="name">File name without folder.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ModelFile Describe(string folder, string name)
    {
        using var stream = File.OpenRead(Path.Combine(folder, name));
        return new(name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>Checks that the file is there, complete and unchanged.</summary>
    /// <param name="folder">The model's folder.</param>
    /// <exception cref="ModelException">The file is missing, truncated or altered.</exception>
    public void Check(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path)) throw new ModelException(path, $"a file of {Bytes} bytes", "no file");
        var length = new FileInfo(path).Length;
        if (length != Bytes) throw new ModelException(path, $"{Bytes} bytes", $"{length} bytes");
        var found = Read(folder, path).Sha256;
        if (found != Sha256) throw new ModelException(path, $"SHA-256 {Sha256}", $"{found}: the file was altered");
    }

    private ModelFile Read(string folder, string path)
    {
        try
        {
            return Describe(folder, Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, "a readable file", "an error", e);
        }
    }
}
