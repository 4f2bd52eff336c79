using System.Text;

namespace Colorist;

/// <summary>
/// Scenes with palettes in a model's folder. They mean something to one model only, so the file says which: by the
/// SHA-256 of the weights.
/// </summary>
public static class ScenePalettesFile
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "palettes.bin";

    private const int Sha256Digits = 64;
    private static readonly byte[] Kind = [.. "Colorist palettes 1\n"u8];

    /// <summary>Reads a model's file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="card">The model that it must have been made with.</param>
    /// <returns>Null if there is no file.</returns>
    /// <exception cref="ModelException">It is something else, cut short, or one of another model.</exception>
    public static ScenePalettes? Read(string path, ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (!File.Exists(path)) return null;
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            if (!reader.ReadBytes(Kind.Length).AsSpan().SequenceEqual(Kind))
                throw new ModelException(path, "a file of scenes and palettes", "something else");
            if (Encoding.ASCII.GetString(reader.ReadBytes(Sha256Digits)) != card.WeightsSha256)
                throw new ModelException(
                    path, $"palettes for the weights of {card.Name}", "those for others: make them anew");
            return Read(path, reader, card.GlobalFeatures);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, "a file of scenes and palettes", "one that cannot be read to its end", e);
        }
    }

    /// <summary>Writes the file, beside and then renamed; one that is there is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="card">The model that the scenes come from.</param>
    /// <param name="palettes">What to write.</param>
    /// <exception cref="ModelException">It cannot be written.</exception>
    public static void Write(string path, ModelCard card, ScenePalettes palettes)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(palettes);
        try
        {
            AtomicFile.Write(path, beside => Write(File.Create(beside), card, palettes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, "a file that can be written", "one that cannot", e);
        }
    }

    private static void Write(FileStream stream, ModelCard card, ScenePalettes palettes)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Kind);
        writer.Write(Encoding.ASCII.GetBytes(card.WeightsSha256));
        writer.Write(palettes.Count);
        foreach (var value in palettes.Mean.Concat(palettes.Deviation)) writer.Write(value);
        foreach (var value in palettes.Scenes) writer.Write(value);
        writer.Write(palettes.Palettes);
    }

    private static ScenePalettes Read(string path, BinaryReader reader, int features)
    {
        var count = reader.ReadInt32();
        var expected = reader.BaseStream.Position + 2L * features * sizeof(float)
            + (long)count * (features + ScenePalettes.Numbers);
        if (count < 1 || reader.BaseStream.Length != expected)
            throw new ModelException(path, $"{expected} bytes", $"{reader.BaseStream.Length}");
        float[] Floats() => [.. Enumerable.Range(0, features).Select(_ => reader.ReadSingle())];
        var (mean, deviation) = (Floats(), Floats());
        var scenes = Array.ConvertAll(reader.ReadBytes(count * features), value => (sbyte)value);
        return new ScenePalettes(mean, deviation, scenes, reader.ReadBytes(count * ScenePalettes.Numbers));
    }
}
