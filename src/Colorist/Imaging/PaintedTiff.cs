using System.Buffers.Binary;

namespace Colorist;

/// <summary>
/// A painted picture as an uncompressed BigTIFF file that exists only while libvips reads it: a strip is painted when its bytes
/// are asked for. TIFF because it is the plainest format that libvips' own builds all read, with alpha and 16 bits.
/// </summary>
internal sealed class PaintedTiff : IDisposable
{
    private readonly IEnumerator<byte[]> painted;
    private readonly byte[] header;
    private readonly long length;
    private byte[] strip = [];
    private long stripStart;
    private long position;

    public PaintedTiff(Painter painter)
    {
        header = Header(painter);
        length = header.Length + (long)painter.BytesPerRow * painter.Height;
        stripStart = header.Length;
        painted = painter.Paint().GetEnumerator();
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
            : throw new InvalidOperationException($"expected strips to be read once, from top to bottom, found byte {from} after {stripStart}");
    }

    /// <summary>Layout and tags: TIFF 6.0 and the BigTIFF design (libtiff.gitlab.io/libtiff/specification/bigtiff.html).</summary>
    private static byte[] Header(Painter painter)
    {
        const int Short = 3, Long = 4, Long8 = 16;
        var entries = painter.Bands == 4 ? 11 : 10;
        var firstArray = 16 + 8 + 20 * entries + 8;
        var strips = (painter.Height + Strips.Rows - 1) / Strips.Rows;
        var header = new byte[firstArray + 2 * 8 * strips];
        var place = 0;
        void Add(ulong value, int bytes)
        {
            Span<byte> eight = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(eight, value);
            eight[..bytes].CopyTo(header.AsSpan(place));
            place += bytes;
        }

        void AddEntry(int tag, int type, int count, ulong value)
        {
            Add((ulong)tag, 2);
            Add((ulong)type, 2);
            Add((ulong)count, 8);
            Add(value, 8);
        }

        Add(0x0000_0008_002B_4949, 8); // "II", BigTIFF, offsets of 8 bytes
        Add(16, 8);
        Add((ulong)entries, 8);
        AddEntry(256, Long, 1, (ulong)painter.Width);
        AddEntry(257, Long, 1, (ulong)painter.Height);
        AddEntry(258, Short, painter.Bands, 0x0001_0001_0001_0001ul * (ulong)painter.Bits >> (painter.Bands == 3 ? 16 : 0));
        AddEntry(259, Short, 1, 1); // not compressed
        AddEntry(262, Short, 1, 2); // RGB
        AddEntry(273, Long8, strips, strips == 1 ? (ulong)header.Length : (ulong)firstArray);
        AddEntry(277, Short, 1, (ulong)painter.Bands);
        AddEntry(278, Long, 1, Strips.Rows);
        AddEntry(279, Long8, strips, strips == 1 ? (ulong)painter.BytesPerRow * (ulong)painter.Height : (ulong)firstArray + 8 * (ulong)strips);
        AddEntry(284, Short, 1, 1); // pixel by pixel
        if (painter.Bands == 4) AddEntry(338, Short, 1, 2); // alpha, colours not multiplied by it
        Add(0, 8);
        var stripBytes = (long)painter.BytesPerRow * Strips.Rows;
        for (var i = 0; i < strips; i++) Add((ulong)(header.Length + i * stripBytes), 8);
        for (var i = 0; i < strips; i++) Add((ulong)Math.Min(stripBytes, (long)painter.BytesPerRow * painter.Height - i * stripBytes), 8);
        return header;
    }
}
