namespace Colorist;

/// <summary>
/// A painted picture as an uncompressed BigTIFF file that exists only while libvips reads it: a strip is painted when
/// its bytes are asked for. TIFF because it is the plainest format that libvips' own builds all read, with alpha and 16
/// bits.
/// </summary>
internal sealed class PaintedTiff : IDisposable
{
    private readonly IEnumerator<byte[]> painted;
    private readonly byte[] header;
    private readonly long length;
    private byte[] strip = [];
    private long stripStart;
    private long position;

    public PaintedTiff(Painter painter, CancellationToken stop)
    {
        header = Header(painter);
        length = header.Length + (long)painter.BytesPerRow * painter.Height;
        stripStart = header.Length;
        painted = painter.Paint(stop).GetEnumerator();
    }

    /// <summary>What went wrong while painting; libvips itself only learns that reading failed.</summary>
    public Exception? Failure { get; private set; }

    public int Read(byte[] buffer, int count)
    {
        try
        {
            var part = position < header.Length ? header.AsSpan((int)position) : StripFrom(position);
            count = Math.Min(count, part.Length);
            part[..count].CopyTo(buffer);
            position += count;
            return count;
        }
        catch (Exception exception) // nothing may pass through libvips' C code
        {
            Failure = exception;
            return -1;
        }
    }

    public long Seek(long offset, SeekOrigin origin) => position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => position,
        _ => length,
    };

    public void Dispose() => painted.Dispose();

    private Span<byte> StripFrom(long from)
    {
        while (from >= stripStart + strip.Length)
        {
            stripStart += strip.Length;
            if (!painted.MoveNext()) return [];
            strip = painted.Current;
        }

        return from >= stripStart
            ? strip.AsSpan((int)(from - stripStart))
            : throw new InvalidOperationException(
                $"expected strips to be read once, from top to bottom, found byte {from} after {stripStart}");
    }

    /// <summary>
    /// Layout: TIFF 6.0 and the BigTIFF design (libtiff.gitlab.io/libtiff/specification/bigtiff.html).
    /// </summary>
    // as long wherever the strips lie
    private static byte[] Header(Painter painter) => Header(painter, Header(painter, firstStrip: 0).Length);

    private static byte[] Header(Painter painter, long firstStrip)
    {
        const int FirstDirectory = 16;
        var strips = (painter.Height + Strips.Rows - 1) / Strips.Rows;
        var (stripBytes, bytes) = ((long)painter.BytesPerRow * Strips.Rows, (long)painter.BytesPerRow * painter.Height);
        var page = new TiffDirectory();
        page.Set(TiffTag.Long(TiffId.Width, painter.Width));
        page.Set(TiffTag.Long(TiffId.Height, painter.Height));
        page.Set(TiffTag.Short(TiffId.BitsPerSample, [.. Enumerable.Repeat(painter.Bits, painter.Bands)]));
        page.Set(TiffTag.Short(TiffId.Compression, 1)); // none
        page.Set(TiffTag.Short(TiffId.Photometric, 2)); // RGB
        page.Set(
            TiffTag.Long8(TiffId.StripOffsets, Enumerable.Range(0, strips).Select(i => firstStrip + i * stripBytes)));
        page.Set(TiffTag.Short(TiffId.SamplesPerPixel, painter.Bands));
        page.Set(TiffTag.Long(TiffId.RowsPerStrip, Strips.Rows));
        page.Set(TiffTag.Long8(TiffId.StripByteCounts, Enumerable.Range(0, strips)
            .Select(i => Math.Min(stripBytes, bytes - i * stripBytes))));
        page.Set(TiffTag.Short(TiffId.PlanarConfiguration, 1)); // pixel by pixel
        if (painter.Bands == 4) page.Set(TiffTag.Short(TiffId.ExtraSamples, 2)); // alpha, colours not multiplied by it
        // little-endian, BigTIFF, offsets of 8 bytes
        byte[] head = [.. "II+\0\b\0\0\0"u8, FirstDirectory, 0, 0, 0, 0, 0, 0, 0];
        return [.. head, .. TiffWriter.Tail(page, FirstDirectory, isBig: true)];
    }
}
