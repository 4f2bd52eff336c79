using System.Globalization;

namespace Colorist.Modelling;

/// <summary>
/// Finds the files that make up a file of weights: the file itself, or the numbered parts that it was split into.
/// </summary>
internal static class SafetensorsParts
{
    private const string Extension = ".safetensors";

    /// <param name="path">
    /// A file, the name of a file before it was split, or a folder that holds exactly one of either.
    /// </param>
    /// <returns>At least one file, in the order in which they are joined.</returns>
    /// <exception cref="ModelException">There is none, or a folder holds several.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        if (File.Exists(path)) return [path];
        if (Directory.Exists(path)) return InFolder(path);
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        var parts = Directory.Exists(folder) ? Numbered(Directory.GetFiles(folder, name + ".*"), path) : [];
        return parts.Count > 0 ? parts : throw new ModelException(path, "weights (safetensors)", "no file");
    }

    private static IReadOnlyList<string> InFolder(string folder)
    {
        var names = Directory.GetFiles(folder).Where(IsPartOrWhole).Select(Whole).Distinct().ToList();
        return names is [var name]
            ? Find(name)
            : throw new ModelException(folder, "one file of weights (safetensors)", $"{names.Count}");
    }

    private static bool IsPartOrWhole(string file) =>
        file.EndsWith(Extension, StringComparison.Ordinal) || PartNumber(file) is not null;

    private static string Whole(string file) => PartNumber(file) is null ? file : Path.ChangeExtension(file, null);

    /// <summary>
    /// Expects the parts to be numbered from 0 without a gap: a part that was forgotten must not become weights of the
    /// wrong layer.
    /// </summary>
    private static List<string> Numbered(string[] files, string path)
    {
        var parts = files.Where(file => PartNumber(file) is not null).OrderBy(PartNumber).ToList();
        var gap = parts.Index().FirstOrDefault(part => PartNumber(part.Item) != part.Index);
        return gap.Item is null
            ? parts
            : throw new ModelException(path, $"part {gap.Index}", $"part {PartNumber(gap.Item)}");
    }

    private static int? PartNumber(string file)
    {
        var whole = Path.ChangeExtension(file, null);
        var digits = Path.GetExtension(file).TrimStart('.');
        var isPart = whole.EndsWith(Extension, StringComparison.Ordinal) && digits.All(char.IsAsciiDigit);
        return isPart && int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
