namespace Colorist.Imaging;

/// <summary>Writes picture files so that they appear complete or not at all.</summary>
internal static class PictureFile
{
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether it may be there already.</param>
    /// <param name="write">Writes it under the name that it is given, in the same folder.</param>
    /// <exception cref="PhotoException">The file is there, or it cannot be written.</exception>
    public static void Write(string path, bool overwrite, Action<string> write)
    {
        if (Directory.Exists(path)) throw new PhotoException(path, "a file to write", "a folder");
        if (!overwrite && File.Exists(path)) throw new PhotoException(path, "no file yet", "one that is already there");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new PhotoException(path, $"the folder {folder}", "no such folder");
        var beside = Path.Combine(folder, $".colorist-{Guid.NewGuid():N}"); // no longer for a long name: file systems take 255 bytes of any
        try
        {
            write(beside);
            File.Move(beside, path, overwrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PhotoException(path, "a file that can be written", exception.Message, exception);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
