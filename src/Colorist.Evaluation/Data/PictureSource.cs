namespace Colorist.Evaluation;

/// <summary>Opens a data set by the look of its path.</summary>
public static class PictureSource
{
    /// <summary>The folder name of pictures without a scene label.</summary>
    public const string Unlabelled = "_unlabeled";

    /// <summary>
    /// Opens tar shards (a file or a pattern with <c>*</c>), a folder of scene folders, a list of <c>path label</c>
    /// lines, or photographs without labels (a picture, a folder of pictures or a pattern).
    /// </summary>
    /// <param name="path">
    /// For example <c>data/train-*.tar.gz</c>, <c>places/train</c>, <c>train_places205.csv</c> or
    /// <c>photos/colour-*.jpg</c>.
    /// </param>
    /// <param name="listRoot">Folder that a list's paths start from; null means the list's own folder.</param>
    /// <exception cref="DataException">Nothing is there, or it is none of these.</exception>
    public static IPictureSource Open(string path, string? listRoot = null)
    {
        if (path.Contains('*', StringComparison.Ordinal)) return OpenFiles(path, Matching(path));
        if (Directory.Exists(path))
            return Directory.EnumerateDirectories(path).Any()
                ? new SceneFolders(path)
                : OpenFiles(path, Files(path, "*"));
        if (!File.Exists(path))
            throw new DataException(path, "tar shards, a folder or a list of pictures", "nothing there");
        if (IsTar(path) || IsPicture(path)) return OpenFiles(path, [path]);
        return new PlacesList(path, listRoot ?? Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Whether a file name is one of a picture that data sets hold.</summary>
    internal static bool IsPicture(string name) =>
        Path.GetExtension(name).ToUpperInvariant() is ".WEBP" or ".JPG" or ".JPEG" or ".PNG";

    private static bool IsTar(string path) =>
        path.EndsWith(".tar", StringComparison.Ordinal) || path.EndsWith(".tar.gz", StringComparison.Ordinal)
        || path.EndsWith(".tgz", StringComparison.Ordinal);

    private static IPictureSource OpenFiles(string path, string[] files)
    {
        if (files.Length > 0 && files.All(IsTar)) return new TarShards(files);
        var pictures = files.Where(IsPicture).ToArray();
        return pictures.Length > 0
            ? new PhotoFiles(pictures)
            : throw new DataException(path, "tar shards or pictures", "none");
    }

    private static string[] Matching(string pattern) =>
        Files(Path.GetDirectoryName(pattern) is { Length: > 0 } folder ? folder : ".", Path.GetFileName(pattern));

    private static string[] Files(string folder, string pattern) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)] : [];
}
