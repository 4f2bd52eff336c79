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

    /// <summary>The same as <see cref="LocalGraph"/> in 8 bits; only in models that were calibrated.</summary>
    public const string EightBitLocalGraph = "local-8bit.onnx";

    /// <summary>The same as <see cref="MapsGraph"/> in 8 bits.</summary>
    public const string EightBitMapsGraph = "maps-8bit.onnx";

    /// <summary>The same as <see cref="PaintGraph"/> in 8 bits.</summary>
    public const string EightBitPaintGraph = "paint-8bit.onnx";

    /// <summary>The 8-bit weights of the graphs in 8 bits.</summary>
    public const string EightBitWeights = "weights-8bit.bin";

    /// <summary>The files that a model consists of, apart from its card, sorted.</summary>
    /// <param name="card">Says which networks there are.</param>
    public static IReadOnlyList<string> NamesOf(ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (card.Foreign is { } foreign) return [.. foreign.Data.Append(LocalGraph).Order(StringComparer.Ordinal)];
        var (eightBits, palettes) = (card.HasEightBits, card.PaletteLength > 0);
        (string Name, bool Has)[] files =
        [
            (GlobalGraph, card.HasGlobal),
            (EightBitLocalGraph, eightBits),
            (LocalGraph, true),
            (EightBitMapsGraph, eightBits && palettes),
            (MapsGraph, palettes),
            (EightBitPaintGraph, eightBits && palettes),
            (PaintGraph, palettes),
            (PaletteGraph, palettes),
            (EightBitWeights, eightBits),
            (Weights, true),
        ];
        return [.. files.Where(file => file.Has).Select(file => file.Name)];
    }

    /// <summary>The name of a graph of the local network in 8 bits.</summary>
    /// <param name="graph"><see cref="LocalGraph"/>, <see cref="MapsGraph"/> or <see cref="PaintGraph"/>.</param>
    public static string InEightBits(string graph) => graph switch
    {
        LocalGraph => EightBitLocalGraph,
        MapsGraph => EightBitMapsGraph,
        PaintGraph => EightBitPaintGraph,
        _ => throw new ArgumentException($"expected a graph of the local network, found {graph}", nameof(graph)),
    };

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
