namespace Colorist;

/// <summary>Says in our words why a file could not be read or written.</summary>
internal static class FileFault
{
    private const string NoSpace = "no space left on the disk";

    // Of Linux: no space left, quota used up; of macOS: quota used up; of Windows: disk full, twice.
    private static readonly int[] FullDisks = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>What was found instead of a file that can be read or written.</summary>
    public static string Describe(Exception exception) =>
        exception is IOException && FullDisks.Contains(exception.HResult) ? NoSpace : exception.Message;

    /// <summary>
    /// Why nothing more can be written to a file that something else failed to write; null if it can.
    /// </summary>
    /// <param name="path">The file; a little is added to it.</param>
    public static string? FindWriting(string path)
    {
        try
        {
            using var file =
                new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.Write(new byte[1 << 16]); // more than the last block of a disk has room for
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Describe(exception);
        }
    }
}
