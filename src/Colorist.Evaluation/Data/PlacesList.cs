using System.Globalization;

namespace Colorist.Evaluation;

/// <summary>
/// A list of <c>path label</c> lines, as in MIT Places' <c>train_places205.csv</c> and <c>val_places205.csv</c>: the
/// path starts from a root folder, the label is a number from 0, or −1 for none. A scene's name is the folder of its
/// first picture.
/// </summary>
public sealed class PlacesList : IPictureSource
{
    /// <summary>The label of a picture without a scene.</summary>
    public const int NoLabel = -1;

    private readonly string root;
    private readonly (string Path, int Label)[] lines;

    public PlacesList(string list, string root)
    {
        this.root = root;
        lines = [.. File.ReadLines(list).Where(line => line.Length > 0)
            .Select((line, index) => Parse(line, $"{list}:{index + 1}"))];
        if (lines.Length == 0) throw new DataException(list, "lines of \"path label\"", "none");
        Labels = NamesOf(lines);
    }

    public IReadOnlyList<string> Labels { get; }

    public IEnumerable<LabelledPicture> Read(ulong? shuffleSeed)
    {
        var order = ((string Path, int Label)[])lines.Clone();
        if (shuffleSeed is { } seed) new Random(unchecked((int)seed)).Shuffle(order);
        return order.Select(
            line => new LabelledPicture(line.Path, ReadIfThere(Path.Combine(root, line.Path)), line.Label == NoLabel
                ? null
                : line.Label));
    }

    // A list of millions always misses some files: no bytes are an unreadable picture, which is skipped and counted
    // like any other.
    private static byte[] ReadIfThere(string path) => File.Exists(path) ? File.ReadAllBytes(path) : [];

    private static (string Path, int Label) Parse(string line, string where)
    {
        var gap = line.LastIndexOf(' ');
        return gap > 0
            && int.TryParse(
                line.AsSpan(gap + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var label)
            && label >= NoLabel
            ? (line[..gap].TrimStart('/'), label)
            : throw new DataException(where, "\"path label\"", $"\"{line}\"");
    }

    private static string[] NamesOf((string Path, int Label)[] lines)
    {
        var names = new string[lines.Max(line => line.Label) + 1];
        foreach (var (path, label) in lines.Where(
            line => line.Label != NoLabel)) names[label] ??= Path.GetDirectoryName(path) ?? "";
        return [.. names.Select((name, label) => name ?? $"label {label}")];
    }
}
