using System.Formats.Tar;
using System.IO.Compression;

namespace Colorist.Evaluation;

/// <summary>
/// Tar files, plain or gzipped, of <c>&lt;scene&gt;/&lt;id&gt;.&lt;webp|jpg|png&gt;</c>. Labels come from <c>classes.txt</c> beside them, or else from
/// the scene names inside, sorted.
/// </summary>
public sealed class TarShards(IReadOnlyList<string> shards) : IPictureSource
{
    // A tar is read front to back, so that order comes from shuffling shards and this many pictures around the reading head.
    private const int ShufflePictures = 4096;

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
            var encoded = new byte[entry.Length];
            entry.DataStream!.ReadExactly(encoded);
            yield return new LabelledPicture(entry.Name, encoded, labels.Value.IndexOf(SceneOf(entry.Name), $"{shard}:{entry.Name}"));
        }
    }

    private static IEnumerable<TarEntry> Entries(string shard)
    {
        using var file = File.OpenRead(shard);
        using Stream stream = shard.EndsWith(".tar", StringComparison.Ordinal) ? file : new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        while (Next(tar, shard) is { } entry)
            if (entry.DataStream is not null && PictureSource.IsPicture(entry.Name)) yield return entry;
    }

    private static TarEntry? Next(TarReader tar, string shard)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new DataException(shard, "a whole tar file", "a damaged one", exception);
        }
    }

    private static string SceneOf(string entry) => Path.GetFileName(Path.GetDirectoryName(entry) ?? "");
}
