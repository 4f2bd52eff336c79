namespace Colorist.Cli;

/// <summary>Finds the photos that an argument or a line of a list stands for, in the order of their names.</summary>
internal static class InputFiles
{
    private static readonly HashSet<string> Extensions = new(Photo.ReadExtensions, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        ".heic", ".heif", ".hif", ".jp2", ".j2k", ".jpf", ".jpx", ".jxl", ".jxr", ".psd", ".psb", ".xcf", ".hdr",
        ".exr", ".pfm", ".pam", ".tga", ".pcx", ".pcd",
        ".dng", ".cr2", ".cr3", ".crw", ".nef", ".arw", ".orf", ".raf", ".rw2", ".pef", ".srw", ".3fr", ".iiq", ".fff",
        ".djvu", ".fits", ".fit", ".svg", ".ico",
    };

    private static readonly EnumerationOptions Everything = new()
    {
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System
    };

    /// <summary>
    /// A file as it is named, a folder's pictures at any depth, those that cannot be read too, or what a glob finds.
    /// </summary>
    /// <param name="argument">A path, perhaps with wildcards.</param>
    /// <param name="results">
    /// Where the results go: pictures there are no photos to colour, unless it is this very folder that is named.
    /// </param>
    /// <returns>A folder that cannot be listed is among them, refused.</returns>
    public static IEnumerable<InputFile> Find(string argument, string results)
    {
        if (Directory.Exists(argument))
            return InFolder(argument, int.MaxValue, path => IsPicture(path) || IsUnread(path), results)
                .Select(file => file with { IsRead = file.Refusal is not null || IsPicture(file.Path) });
        if (IsFile(argument)) return [new(argument, Path.GetFileName(argument))];
        var glob = new Glob(argument);
        return InFolder(glob.Folder, glob.Depth, glob.Matches, results);
    }

    /// <summary>The files and folders of a list, one a line; relative paths are kept as they are.</summary>
    /// <param name="list">The list's file; - for standard input.</param>
    /// <param name="results">As in <see cref="Find"/>.</param>
    /// <param name="stop">Ends the waiting for standard input.</param>
    /// <exception cref="PhotoException">The list cannot be read.</exception>
    public static IEnumerable<InputFile> Listed(string list, string results, CancellationToken stop) =>
        Lines(list, stop)
        .SelectMany((line, i) => line.Length == 0 ? []
            : line.Contains('\0')
                ? [new(line, "")
                {
                    Refusal = Message.For(new PhotoException($"{list}, line {i + 1}", "a path", $"a NUL in {line}"))
                }]
            : Directory.Exists(line) ? Find(line, results) : [new InputFile(line, Kept(line))]);

    /// <summary>Whether the argument is one file, there or not, and neither a folder nor a glob.</summary>
    public static bool IsFile(string argument) =>
        !Directory.Exists(argument) && (File.Exists(argument) || !Glob.Is(argument));

    /// <summary>Whether the name says that the file is a picture.</summary>
    public static bool IsPicture(string path) => Extensions.Contains(Path.GetExtension(path));

    private static bool IsUnread(string path) => Unread.Contains(Path.GetExtension(path));

    private static IEnumerable<InputFile> InFolder(
        string folder, int depth, Predicate<string> wanted, string results) => Entries(folder, depth, results)
        .Select(entry => entry with { Below = Path.GetRelativePath(folder, entry.Path) })
        .Where(file => file.Refusal is not null || wanted(file.Below))
        .OrderBy(file => file.Path, StringComparer.Ordinal);

    /// <summary>The files of a folder and of those in it; one that cannot be entered is an entry itself.</summary>
    private static IEnumerable<InputFile> Entries(string folder, int depth, string results)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos("*", Everything);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [new(folder, "")
            {
                Refusal = Message.For(
                    new PhotoException(folder, "a folder whose files can be listed", exception.Message, exception))
            }];
        }

        return entries.SelectMany(entry =>
        {
            var path = Path.Combine(folder, entry.Name); // FullName is empty where a path is too long
            return entry is not DirectoryInfo ? [new InputFile(path, "")]
                : depth == 0 || IsLink(entry) || SamePath.Is(path, results) ? []
                : Entries(path, depth - 1, results);
        });
    }

    /// <summary>Links to folders may run in circles. What cannot be asked is no link: entering it says why.</summary>
    private static bool IsLink(FileSystemInfo entry) =>
        entry.Exists && entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static List<string> Lines(string list, CancellationToken stop)
    {
        if (list == PhotoJob.Pipe)
            return [.. Task.Run(Console.In.ReadToEnd).WaitAsync(stop).GetAwaiter().GetResult()
                .Split(["\r\n", "\n"], StringSplitOptions.None)];
        try
        {
            return [.. File.ReadLines(list)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PhotoException(list, "a list of photos", exception.Message, exception);
        }
    }

    private static string Kept(string line)
    {
        var path = Path.IsPathRooted(line) ? line : Path.GetRelativePath(".", line);
        return Path.IsPathRooted(path) || path.StartsWith("..", StringComparison.Ordinal)
            ? Path.GetFileName(path)
            : path;
    }
}
