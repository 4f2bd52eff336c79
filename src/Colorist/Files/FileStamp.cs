using System.Security.Cryptography;

namespace Colorist;

/// <summary>What tells a file from one that was put in its place or written on.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Written">When it was written last.</param>
/// <param name="Samples">SHA-256 of some of its bytes: clocks of disks are coarse, and copies keep times.</param>
internal sealed record FileStamp(string Path, long Bytes, DateTime Written, string Samples)
{
    private const int Blocks = 8; // from the first bytes to the last, evenly
    private const int BlockBytes = 4096;

    /// <returns>Null if there is no such file that can be read.</returns>
    public static FileStamp? Find(string path)
    {
        if (new FileInfo(path) is not { Exists: true } file) return null;
        try
        {
            return new FileStamp(path, file.Length, file.LastWriteTimeUtc, Sample(path, file.Length));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Sample(string path, long length)
    {
        if (length == 0) return ""; // or a pipe, which is read only once
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockBytes];
        for (var i = 0; i < Blocks; i++)
            hash.AppendData(
                block, 0, RandomAccess.Read(file, block, Math.Max(0, length - BlockBytes) * i / (Blocks - 1)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
