using System.Buffers.Binary;

namespace Colorist;

/// <summary>Lays out directories as a block of EXIF data or as the end of a TIFF file.</summary>
internal sealed class TiffWriter
{
    private const int MaxRoomBefore = 60_000; // bytes; what JPEG holds

    private byte[] block = [];
    private readonly long start;
    private readonly bool isBigEndian;
    private readonly bool isBig;
    private readonly (long From, long To) reserved;
    private long next;

    private TiffWriter(long start, bool isBigEndian, bool isBig, (long From, long To) reserved = default) =>
        (this.start, next, this.isBigEndian, this.isBig, this.reserved) = (start, start, isBigEndian, isBig, reserved);

    /// <summary>A block of EXIF data, without the letters Exif before it.</summary>
    /// <remarks>A maker's note stays where it was: makers point into it from the start of the block.</remarks>
    public static byte[] Exif(TiffDirectory directory, bool isBigEndian)
    {
        var note = directory.Parts.GetValueOrDefault(TiffId.Exif)?[TiffId.MakerNote];
        var reserved = note is { Place: >= 16 and < MaxRoomBefore }
            ? (note.Place, note.Place + note.Value.Length)
            : default;
        var writer = new TiffWriter(0, isBigEndian, isBig: false, reserved);
        var header = writer.Take(8);
        var first = writer.Place(directory);
        writer.Put(header, [.. isBigEndian ? "MM\0*"u8 : "II*\0"u8, .. writer.Whole(first, 4)]);
        return writer.block;
    }

    /// <summary>Directories for the end of a little-endian TIFF file.</summary>
    /// <param name="directory">The first of them.</param>
    /// <param name="start">Where in the file they begin, an even number: there lies the first directory.</param>
    /// <param name="isBig">Whether it is BigTIFF.</param>
    public static byte[] Tail(TiffDirectory directory, long start, bool isBig)
    {
        var writer = new TiffWriter(start, isBigEndian: false, isBig);
        writer.Place(directory);
        return writer.block;
    }

    /// <summary>Values in the other order of bytes.</summary>
    public static byte[] Swapped(byte[] value, TiffType type)
    {
        var size = type is TiffType.Rational or TiffType.SignedRational ? 4 : TiffTag.SizeOf(type);
        if (size == 1) return value;
        byte[] swapped = [.. value];
        for (var i = 0; i < swapped.Length; i += size) swapped.AsSpan(i, size).Reverse();
        return swapped;
    }

    private long Place(TiffDirectory directory)
    {
        var (head, entry, inline) = isBig ? (8, 20, 8) : (2, 12, 4);
        var count = directory.Tags.Count + directory.Parts.Count;
        var at = Take(head + count * entry + (isBig ? 8 : 4));
        Put(at, Whole(count, head));
        // their own place is known first
        var parts = directory.Parts.ToDictionary(part => part.Key, part => Place(part.Value));
        var place = at + head;
        foreach (var id in directory.Tags.Keys.Concat(parts.Keys).Order())
        {
            var tag = parts.TryGetValue(id, out var part) ? Pointer(id, part) : directory.Tags[id];
            var value = isBigEndian ? Swapped(tag.Value, tag.Type) : tag.Value;
            Put(place, [.. Whole(id, 2), .. Whole((int)tag.Type, 2), .. Whole(tag.Count, isBig ? 8 : 4)]);
            if (value.Length <= inline) Put(place + entry - inline, value);
            else Put(place + entry - inline, Whole(PlaceValue(tag, value), inline));
            place += entry;
        }

        Put(place, Whole(0, isBig ? 8 : 4));
        return at;
    }

    private TiffTag Pointer(int id, long part) => isBig
        ? new TiffTag(id, TiffType.Directory8, Little(part, 8))
        : new TiffTag(id, TiffType.Long, Little(part, 4));

    private long PlaceValue(TiffTag tag, byte[] value)
    {
        var at = tag.Id == TiffId.MakerNote && reserved.To > 0 ? reserved.From : Take(value.Length);
        Put(at, value);
        return at;
    }

    private long Take(int bytes)
    {
        if (next < reserved.To && next + bytes > reserved.From) next = reserved.To;
        next += next % 2;
        var at = next;
        next += bytes;
        return at;
    }

    private void Put(long at, ReadOnlySpan<byte> bytes)
    {
        var place = (int)(at - start);
        if (place + bytes.Length > block.Length) Array.Resize(ref block, (place + bytes.Length + 1) / 2 * 2);
        bytes.CopyTo(block.AsSpan(place));
    }

    private byte[] Whole(long value, int size) =>
        isBigEndian ? [.. Little(value, size).Reverse()] : Little(value, size);

    private static byte[] Little(long value, int size)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(eight, value);
        return [.. eight[..size]];
    }
}
