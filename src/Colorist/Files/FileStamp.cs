namespace Colorist;

/// <summary>What tells a file from one that was put in its place or written on.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Written">When it was written last.</param>
internal sealed record FileStamp(string Path, long Bytes, DateTime Written)
{
    /// <returns>Null if there is no such file.</returns>
    public static FileStamp? Find(string path) => new FileInfo(path) is { Exists: true } file ? new FileStamp(path, file.Length, file.LastWriteTimeUtc) : null;
}
