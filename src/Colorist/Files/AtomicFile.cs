namespace Colorist;

/// <summary>
/// Writes files beside their place and renames them: whoever looks meets the old file or the whole new one, whatever
/// happens meanwhile.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The file to make or replace; folders on the way are made.</param>
    /// <param name="write">
    /// Writes the file whose path it is given: a hidden name in the same folder, no longer for a long
    /// <paramref name="path"/>.
    /// </param>
    /// <param name="overwrite">Whether a file that is there is replaced; true by default.</param>
    /// <param name="stop">Leaves no file, however far it is written.</param>
    /// <exception cref="IOException">It cannot be written, or it is there and not to be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Write(string path, Action<string> write, bool overwrite = true, CancellationToken stop = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!).FullName;
        var beside = Path.Combine(folder, $".colorist-{Guid.NewGuid():N}");
        // the process may end before the writing does
        using var stopped = OperatingSystem.IsWindows() ? default : stop.Register(() => File.Delete(beside));
        try
        {
            write(beside);
            stop.ThrowIfCancellationRequested();
            File.Move(beside, path, overwrite);
        }
        finally
        {
            File.Delete(beside); // gone already when all went well
        }
    }

    /// <summary>Writes a text, UTF-8.</summary>
    /// <param name="path">The file to make or replace; folders on the way are made.</param>
    /// <param name="text">All of it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void WriteText(string path, string text) => Write(path, beside => File.WriteAllText(beside, text));
}
