namespace Colorist;

/// <summary>Writes picture files so that they appear complete or not at all.</summary>
internal static class PictureFile
{
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether it may be there already.</param>
    /// <param name="write">Writes it under the name that it is given, in the same folder.</param>
    /// <param name="stop">Leaves no file, however far it is written.</param>
    /// <exception cref="PhotoException">The file is there, or it cannot be written.</exception>
    public static void Write(string path, bool overwrite, Action<string> write, CancellationToken stop = default)
    {
        if (Directory.Exists(path)) throw new PhotoException(path, "a file to write", "a folder");
        if (!overwrite && File.Exists(path)) throw IsThere(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new PhotoException(path, $"the folder {folder}", "no such folder");
        try
        {
            AtomicFile.Write(path, write, overwrite, stop);
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            throw IsThere(path); // by now
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PhotoException(path, "a file that can be written", FileFault.Describe(exception), exception);
        }
    }

    private static PhotoException IsThere(string path) =>
        new(path, "no file yet", "one that is already there") { Option = nameof(PhotoSaveOptions.Overwrite) };
}
