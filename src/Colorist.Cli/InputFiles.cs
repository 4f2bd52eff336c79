using System.IO.Enumeration;

namespace Colorist.Cli;

/// <summary>Finds the photos that an argument or a line of a list stands for, in the order of their names.</summary>
internal static class InputFiles
{
    private static readonly HashSet<string> Extensions = new(Photo.ReadExtensions, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        ".heic", ".heif", ".hif", ".jp2", ".j2k", ".jpf", ".jpx", ".jxl", ".jxr", ".psd", ".psb", ".xcf", ".hdr", ".exr", ".pfm", ".pam", ".tga", ".pcx", ".pcd",
        ".dng", ".cr2", ".cr3", ".crw", ".nef", ".arw", ".orf", ".raf", ".rw2", ".pef", ".srw", ".3fr", ".iiq", ".fff", ".djvu", ".fits", ".fit", ".svg", ".ico",
    };

    /// <summary>A file as it is named, a folder's pictures at any depth, those that cannot be read too, or what a glob finds.</summary>
    /// <param name="argument">A path, perhaps with wildcards.</param>
    /// <param name="results">Where the results go: pictures there are no photos to colour, unless it is this very folder that is named.</param>
    /// <exception cref="PhotoException">A folder cannot be read.</exception>
    public static IEnumerable<InputFile> Find(string argument, string results)
    {
        if (Directory.Exists(argument)) return InFolder(argument, int.MaxValue, path => IsPicture(path) || IsUnread(path), results).Select(file => file with { IsRead = IsPicture(file.Path) });
        if (IsFile(argument)) return [new(argument, Path.GetFileName(argument))];
        var glob = new Glob(argument);
        return InFolder(glob.Folder, glob.Depth, glob.Matches, results);
    }

    /// <summary>The files and folders of a list, one a line; relative paths are kept as they are.</summary>
    /// <param name="list">The list's file; - for standard input.</param>
    /// <param name="results">As in <see cref="Find"/>.</param>
    /// <param name="stop">Ends the waiting for standard input.</param>
    /// <exception cref="PhotoException">The list or a folder in it cannot be read.</exception>
    public static IEnumerable<InputFile> Listed(string list, string results, CancellationToken stop) => Lines(list, stop)
        .Where(line => line.Length > 0)
        .SelectMany(line => Directory.Exists(line) ? Find(line, results) : [new(line, Kept(line))]);

    /// <summary>Whether the argument is one file, there or not, and neither a folder nor a glob.</summary>
    public static bool IsFile(string argument) => !Directory.Exists(argument) && (File.Exists(argument) || !Glob.Is(argument));

    /// <summary>Whether the name says that the file is a picture.</summary>
    public static bool IsPicture(string path) => Extensions.Contains(Path.GetExtension(path));

    private static bool IsUnread(string path) => Unread.Contains(Path.GetExtension(path));

    private static IEnumerable<InputFile> InFolder(string folder, int depth, Predicate<string> wanted, string results)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = depth > 0, MaxRecursionDepth = depth, IgnoreInaccessible = false };
        var files = new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToSpecifiedFullPath(), options)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) =>
                !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) // links may run in circles
                && !SamePath.Is(entry.ToFullPath(), results),
        };
        try
        {
            return [.. files.Order(StringComparer.Ordinal)
                .Select(path => new InputFile(path, Path.GetRelativePath(folder, path)))
                .Where(file => wanted(file.Below))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PhotoException(folder, "a folder whose files can be listed", exception.Message, exception);
        }
    }

    private static List<string> Lines(string list, CancellationToken stop)
    {
        if (list == PhotoJob.Pipe) return [.. Task.Run(Console.In.ReadToEnd).WaitAsync(stop).GetAwaiter().GetResult().Split(["\r\n", "\n"], StringSplitOptions.None)];
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
        return Path.IsPathRooted(path) || path.StartsWith("..", StringComparison.Ordinal) ? Path.GetFileName(path) : path;
    }
}
