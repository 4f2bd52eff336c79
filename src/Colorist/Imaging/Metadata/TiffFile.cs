using System.Buffers.Binary;

namespace Colorist;

/// <summary>
/// The directories of a TIFF file, classic or BigTIFF, or of an EXIF block; of its pixels nothing is read.
/// </summary>
/// <remarks>Layout: TIFF 6.0 and the BigTIFF design (libtiff.gitlab.io/libtiff/specification/bigtiff.html).</remarks>
internal sealed class TiffFile
{
    private const int MaxValueBytes = 64 << 20;
    private const long MaxBytes = 256L << 20; // of all values: broken files may point to the same bytes again and again
    private const int MaxDirectories = 10_000;

    private readonly Stream stream;
    private readonly HashSet<long> seen = [];
    private long bytesRead;

    private TiffFile(Stream stream)
    {
        this.stream = stream;
        var start = Bytes(0, 16);
        IsBigEndian = start[0] == (byte)'M';
        IsBig = Whole(start.AsSpan(2, 2)) == 43;
        FirstDirectory = Whole(IsBig ? start.AsSpan(8, 8) : start.AsSpan(4, 4));
    }

    public bool IsBigEndian { get; }

    /// <summary>Whether offsets have eight bytes.</summary>
    public bool IsBig { get; }

    /// <summary>Where the first directory lies.</summary>
    public long FirstDirectory { get; }

    /// <summary>The chain of directories: pages of a TIFF file; of an EXIF block the photo and its thumbnail.</summary>
    public List<TiffDirectory> Pages { get; } = [];

    /// <summary>Reads directories.</summary>
    /// <param name="stream">One that can seek; stays open.</param>
    /// <returns>What can be read; null if it is no TIFF data at all.</returns>
    public static TiffFile? Read(Stream stream)
    {
        if (stream.Length < 16 || !IsTiff(stream)) return null;
        var file = new TiffFile(stream);
        try
        {
            for (var at = file.FirstDirectory; at > 0 && file.seen.Count < MaxDirectories;)
            {
                var page = new TiffDirectory();
                at = file.ReadDirectory(at, page, depth: 0);
                if (!page.IsEmpty) file.Pages.Add(page);
            }
        }
        catch (EndOfStreamException)
        {
            // What came before the damage counts.
        }

        return file;
    }

    /// <summary>Reads a block of EXIF data, with or without its six letters before.</summary>
    public static TiffFile? Read(byte[] block)
    {
        var skip = block.AsSpan().StartsWith("Exif\0\0"u8) ? 6 : 0;
        return Read(new MemoryStream(block, skip, block.Length - skip));
    }

    private static bool IsTiff(Stream stream)
    {
        var start = new byte[4];
        stream.Position = 0;
        stream.ReadExactly(start);
        return start is [(byte)'I', (byte)'I', 42 or 43, 0] or [(byte)'M', (byte)'M', 0, 42 or 43];
    }

    /// <returns>Where the next directory lies; 0 if there is none.</returns>
    private long ReadDirectory(long at, TiffDirectory directory, int depth)
    {
        if (!seen.Add(at)) return 0;
        var (head, entry) = IsBig ? (8, 20) : (2, 12);
        var count = Whole(Bytes(at, head));
        if (count > ushort.MaxValue) return 0;
        var entries = Bytes(at + head, (int)count * entry);
        for (var i = 0; i < count; i++)
            ReadEntry(entries.AsSpan(i * entry, entry), at + head + i * entry, directory, depth);
        var end = at + head + count * entry;
        return end + (IsBig ? 8 : 4) <= stream.Length ? Whole(Bytes(end, IsBig ? 8 : 4)) : 0;
    }

    private void ReadEntry(ReadOnlySpan<byte> entry, long place, TiffDirectory directory, int depth)
    {
        var (id, type) = ((int)Whole(entry[..2]), (TiffType)Whole(entry[2..4]));
        var count = Whole(IsBig ? entry[4..12] : entry[4..8]);
        var value = IsBig ? entry[12..] : entry[8..];
        var size = TiffTag.SizeOf(type);
        if (size == 0 || count <= 0 || count > MaxValueBytes / size) return;
        var length = (int)count * size;
        var at = length <= value.Length ? place + entry.Length - value.Length : Whole(value);
        if (at < 0 || at > stream.Length - length || (bytesRead += length) > MaxBytes) return;
        var tag = new TiffTag(id, type, LittleEndian(Bytes(at, length), type), at);
        if (!IsPointer(id)) directory.Set(tag);
        else if (depth < 3) ReadParts(tag, directory, depth);
    }

    private void ReadParts(TiffTag pointer, TiffDirectory directory, int depth)
    {
        for (var i = 0; i < Math.Min(pointer.Count, 64); i++)
        {
            var part = new TiffDirectory();
            if (pointer.Number(i) is not { } at || at <= 0 || at >= stream.Length) continue;
            try
            {
                ReadDirectory(at, part, depth + 1);
            }
            catch (EndOfStreamException)
            {
                continue;
            }

            if (pointer.Id == TiffId.SubDirectories) directory.Pictures.Add(part);
            else if (!part.IsEmpty) directory.Parts[pointer.Id] = part;
        }
    }

    private static bool IsPointer(int id) =>
        id is TiffId.Exif or TiffId.Gps or TiffId.Interoperability or TiffId.SubDirectories;

    private byte[] Bytes(long at, int count)
    {
        if (at < 0 || at > stream.Length - count) throw new EndOfStreamException();
        var bytes = new byte[count];
        stream.Position = at;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private long Whole(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        2 => IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        4 => IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes),
    };

    private byte[] LittleEndian(byte[] value, TiffType type) => IsBigEndian ? TiffWriter.Swapped(value, type) : value;
}
