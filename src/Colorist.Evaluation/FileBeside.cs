namespace Colorist.Evaluation;

/// <summary>Replaces files in one step, so that a reader, or a full disk, never meets half of one.</summary>
public static class FileBeside
{
    /// <summary>Writes a new file beside <paramref name="path"/> and gives it that name; folders on the way are made.</summary>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="write">Writes the file whose path it is given.</param>
    public static void Write(string path, Action<string> write)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var beside = $"{full}.{Environment.ProcessId}.part";
        try
        {
            write(beside);
            File.Move(beside, full, overwrite: true);
        }
        finally
        {
            File.Delete(beside); // gone already when all went well
        }
    }
}
