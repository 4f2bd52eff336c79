using System.Formats.Tar;
using System.IO.Compression;

namespace Colorist.Evaluation;

/// <summary>
/// Tar files, plain or gzipped, of <c>&lt;scene&gt;/&lt;id&gt;.&lt;webp|jpg|png&gt;</c>. Labels come from
/// <c>classes.txt</c> beside them, or else from the scene names inside, sorted.
/// </summary>
public sealed class TarShards(IReadOnlyList<string> shards) : IPictureSource
{
    // A tar is read front to back, so that order comes from shuffling shards and this many pictures around the reading
    // head.
    private const int ShufflePictures = 4096;
    private const long MaxPicture = 256L << 20; // bytes; a header can claim any number of them

    private readonly Lazy<SceneLabels> labels = new(() => SceneLabels.Beside(shards[0]) ?? ScanLabels(shards));

    public IReadOnlyList<string> Labels => labels.Value.Names;

    public IEnumerable<LabelledPicture> Read(ulong? shuffleSeed)
    {
        if (shuffleSeed is not { } seed) return shards.SelectMany(Pictures);
        var random = new Random(unchecked((int)seed));
        var order = shards.ToArray();
        random.Shuffle(order);
        return Shuffling.Buffered(order.SelectMany(Pictures), ShufflePictures, random);
    }

    private static SceneLabels ScanLabels(IEnumerable<string> shards) =>
        SceneLabels.From(shards.SelectMany(Entries).Select(entry => SceneOf(entry.Name)).Distinct());

    private IEnumerable<LabelledPicture> Pictures(string shard)
    {
        foreach (var entry in Entries(shard))
        {
            yield return new LabelledPicture(
                entry.Name, Bytes(shard, entry), labels.Value.IndexOf(SceneOf(entry.Name), $"{shard}:{entry.Name}"));
        }
    }

    private static byte[] Bytes(string shard, TarEntry entry)
    {
        if (entry.Length > MaxPicture)
            throw new DataException(
                $"{shard}:{entry.Name}", $"a picture of at most {MaxPicture} bytes", $"{entry.Length}");
        try
        {
            var encoded = new byte[entry.Length];
            entry.DataStream!.ReadExactly(encoded);
            return encoded;
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new DataException($"{shard}:{entry.Name}", "a whole picture", "one cut short", exception);
        }
    }

    /// <summary>What the framework's reader throws where a file is damaged or a number in it absurd.</summary>
    private static bool IsDamage(Exception exception) => exception
        is InvalidDataException or IOException or OverflowException or FormatException or ArgumentException
            or InvalidOperationException;

    private static IEnumerable<TarEntry> Entries(string shard)
    {
        using var file = File.OpenRead(shard);
        using Stream stream = shard.EndsWith(".tar", StringComparison.Ordinal)
            ? file
            : new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        for (var name = ""; Next(tar, shard, name) is { } entry; name = entry.Name)
            if (entry.DataStream is not null && PictureSource.IsPicture(entry.Name)) yield return entry;
    }

    private static TarEntry? Next(TarReader tar, string shard, string before)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new DataException(shard, "a whole tar file", before.Length == 0
                ? "one damaged from its beginning on"
                : $"one damaged after {before}", exception);
        }
    }

    private static string SceneOf(string entry) => Path.GetFileName(Path.GetDirectoryName(entry) ?? "");
}
