namespace Colorist.Training.Data;

/// <summary>Opens a data set by the look of its path.</summary>
public static class PictureSource
{
    /// <summary>The folder name of pictures without a scene label.</summary>
    public const string Unlabelled = "_unlabeled";

    /// <summary>Opens tar shards (a file or a pattern with <c>*</c>), a folder of scene folders, or a list of <c>path label</c> lines.</summary>
    /// <param name="path">For example <c>data/train-*.tar.gz</c>, <c>places/train</c> or <c>train_places205.csv</c>.</param>
    /// <param name="listRoot">Folder that a list's paths start from; null means the list's own folder.</param>
    /// <exception cref="DataException">Nothing is there, or it is none of the three.</exception>
    public static IPictureSource Open(string path, string? listRoot = null)
    {
        if (path.Contains('*', StringComparison.Ordinal)) return new TarShards(Matching(path));
        if (Directory.Exists(path)) return new SceneFolders(path);
        if (!File.Exists(path)) throw new DataException($"{path}: expected tar shards, a folder or a list of pictures, found nothing there");
        if (IsTar(path)) return new TarShards([path]);
        return new PlacesList(path, listRoot ?? Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Whether a file name is one of a picture that data sets hold.</summary>
    internal static bool IsPicture(string name) =>
        Path.GetExtension(name).ToUpperInvariant() is ".WEBP" or ".JPG" or ".JPEG" or ".PNG";

    private static bool IsTar(string path) =>
        path.EndsWith(".tar", StringComparison.Ordinal) || path.EndsWith(".tar.gz", StringComparison.Ordinal)
        || path.EndsWith(".tgz", StringComparison.Ordinal);

    private static string[] Matching(string pattern)
    {
        var folder = Path.GetDirectoryName(pattern) is { Length: > 0 } named ? named : ".";
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(pattern)) : [];
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0 ? files : throw new DataException($"{pattern}: expected at least one tar shard, found none");
    }
}
