namespace Colorist;

/// <summary>Reads streams whose length nobody knows, into memory that is bounded.</summary>
internal static class StreamBytes
{
    /// <param name="stream">Read to its end; stays open.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="limit">Bytes that it may have.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <exception cref="PhotoException">It has more.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        Stream stream, string name, long limit, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0;)
        {
            if (bytes.Length + read > Math.Min(limit, Array.MaxLength)) throw TooLong(name, limit);
            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static PhotoException TooLong(string name, long limit) =>
        new(name, $"a picture of at most {HeldMemory.Gigabytes(Math.Min(limit, Array.MaxLength))} GB",
            "more bytes than that")
        { Option = nameof(PhotoLoadOptions.MaxHeldBytes) };
}
