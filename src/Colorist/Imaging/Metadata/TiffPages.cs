namespace Colorist;

/// <summary>
/// Puts TIFF files of one picture each behind one another into one little-endian file of several pages.
/// </summary>
internal sealed class TiffPages : IDisposable
{
    private const int OnePageOfMany = 2; // of NewSubfileType

    private readonly FileStream file;
    private readonly int count;
    private readonly bool isBig;
    private long link; // where the place of the next page is to be written
    private int number;

    /// <param name="path">The file to make.</param>
    /// <param name="count">How many pages there will be.</param>
    /// <param name="isBig">Whether it is BigTIFF: see <see cref="TiffPictureWriter.NeedsBig"/>.</param>
    public TiffPages(string path, int count, bool isBig)
    {
        (this.count, this.isBig, link) = (count, isBig, isBig ? 8 : 4);
        file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        file.Write(isBig ? "II+\0\b\0\0\0\0\0\0\0\0\0\0\0"u8 : "II*\0\0\0\0\0"u8);
    }

    /// <summary>Adds a page.</summary>
    /// <param name="path">
    /// A file of strips, as <see cref="TiffPictureWriter"/> makes them; what it says is the page's.
    /// </param>
    /// <param name="stop">Ends the copying.</param>
    public void Add(string path, CancellationToken stop)
    {
        using var stored = File.OpenRead(path);
        if (TiffFile.Read(stored) is not { Pages: [var page, ..] })
            throw new PhotoException(path, "a TIFF file of one page", "none");
        CopyStrips(stored, page, stop);
        if (count > 1)
        {
            page.Set(TiffTag.Long(TiffId.NewSubfileType, OnePageOfMany));
            page.Set(TiffTag.Short(TiffId.PageNumber, number++, count));
        }

        file.SetLength(file.Length + file.Length % 2);
        var at = file.Length;
        Put(at, TiffWriter.Tail(page, at, isBig));
        Put(link, BitConverter.GetBytes(at).AsSpan(0, isBig ? 8 : 4));
        var entries = page.Tags.Count + page.Parts.Count;
        link = at + (isBig ? 8 + 20L * entries : 2 + 12L * entries);
        if (!isBig && file.Length > uint.MaxValue)
            throw new PhotoException(file.Name, "pages of at most 4 GB together", "more");
    }

    public void Dispose() => file.Dispose();

    private void CopyStrips(FileStream stored, TiffDirectory page, CancellationToken stop)
    {
        var (from, lengths) = (page[TiffId.StripOffsets]!, page[TiffId.StripByteCounts]!);
        var to = new long[from.Count];
        for (var i = 0; i < to.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            var strip = new byte[lengths.Number(i)!.Value];
            stored.Position = from.Number(i)!.Value;
            stored.ReadExactly(strip);
            to[i] = file.Length;
            Put(to[i], strip);
        }

        page.Set(Places(TiffId.StripOffsets, to));
        page.Set(
            Places(TiffId.StripByteCounts, [.. Enumerable.Range(0, to.Length).Select(i => lengths.Number(i)!.Value)]));
    }

    private TiffTag Places(int id, long[] values) =>
        isBig
            ? TiffTag.Long8(id, values)
            : new TiffTag(id, TiffType.Long, [.. values.SelectMany(value => BitConverter.GetBytes((uint)value))]);

    private void Put(long at, ReadOnlySpan<byte> bytes)
    {
        file.Position = at;
        file.Write(bytes);
    }
}
