using NetVips;

namespace Colorist;

/// <summary>A file that libvips writes from top to bottom and whose beginning is changed on the way.</summary>
internal sealed class HeadRewriter : IDisposable
{
    private const int MaxHead = 16 << 20; // bytes; a beginning that is longer is none that is known here

    private readonly FileStream file;
    private readonly Func<byte[], byte[]?> rewrite;
    private readonly TargetCustom target = new();
    private MemoryStream? head = new();

    /// <param name="path">The file to write.</param>
    /// <param name="rewrite">Makes the new beginning of what came so far; null as long as more of it is needed.</param>
    public HeadRewriter(string path, Func<byte[], byte[]?> rewrite)
    {
        (file, this.rewrite) = (File.Create(path), rewrite);
        target.OnWrite += Write;
    }

    /// <summary>Writes a picture.</summary>
    /// <exception cref="IOException">The disk is full, or gone.</exception>
    public static void Save(string path, Func<byte[], byte[]?> rewrite, Action<Target> save)
    {
        using var writer = new HeadRewriter(path, rewrite);
        try
        {
            save(writer.target);
        }
        catch (VipsException) when (writer.failure is not null)
        {
            throw writer.failure;
        }

        if (writer.head is { } short_) writer.file.Write(short_.ToArray());
    }

    private IOException? failure;

    private long Write(byte[] buffer, int length)
    {
        try
        {
            if (head is null) file.Write(buffer, 0, length);
            else WriteHead(buffer.AsSpan(0, length));
            return length;
        }
        catch (IOException exception) // nothing may pass through libvips' C code
        {
            failure = exception;
            return -1;
        }
    }

    private void WriteHead(ReadOnlySpan<byte> bytes)
    {
        head!.Write(bytes);
        var start = rewrite(head.ToArray());
        if (start is null && head.Length < MaxHead) return;
        file.Write(start ?? head.ToArray());
        head = null;
    }

    public void Dispose()
    {
        target.Dispose();
        file.Dispose();
    }
}
