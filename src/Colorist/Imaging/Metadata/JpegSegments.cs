using System.Buffers.Binary;
using System.Text;

namespace Colorist;

/// <summary>
/// What the segments before the pixels of a JPEG file say (ITU-T T.81, JFIF 1.02, EXIF 2.32, XMP part 3).
/// </summary>
internal static class JpegSegments
{
    public static readonly byte[] Exif = [.. "Exif\0\0"u8];
    public static readonly byte[] Xmp = [.. "http://ns.adobe.com/xap/1.0/\0"u8];
    public static readonly byte[] MoreXmp = [.. "http://ns.adobe.com/xmp/extension/\0"u8];
    public static readonly byte[] Photoshop = [.. "Photoshop 3.0\0"u8];
    private static readonly byte[] Jfif = [.. "JFIF\0"u8];

    public static PhotoMetadata Read(Stream stream)
    {
        var segments = Segments(stream).ToList();
        byte[]? First(int marker, byte[] name) =>
            segments.FirstOrDefault(segment => segment.Is(marker, name))?.After(name);
        byte[] photoshop = [.. segments.Where(segment => segment.Is(0xED, Photoshop))
            .SelectMany(segment => segment.After(Photoshop))];
        var packet = First(0xE1, Xmp);
        var more = packet is null ? [] : More(packet, segments);
        var whole = more.Length == 0 ? packet : XmpPacket.Merge(packet!, more);
        return MetadataReader.FromBlocks(MetadataReader.Exif(First(0xE1, Exif)), photoshop) with
        {
            Xmp = whole ?? packet,
            Lost = whole is null && packet is not null
                ? [$"{more.Length} bytes of further XMP data that are not understood"]
                : [],
            Texts = [.. segments.Where(segment => segment.Marker == 0xFE)
                .Select(segment => new PictureText(PictureText.Comment, Text(segment.Bytes)))],
            Resolution = Density(First(0xE0, Jfif)),
        };
    }

    private static IEnumerable<Segment> Segments(Stream stream)
    {
        stream.Position = 2;
        var head = new byte[4];
        while (stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head[0] == 0xFF)
        {
            var (marker, length) = (head[1], BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2)) - 2);
            if (marker == 0xFF) // a byte of padding
            {
                stream.Position -= 3;
                continue;
            }

            if (length < 0 || marker is 0xDA or 0xD9) yield break;
            if (marker is not (0xE0 or 0xE1 or 0xED or 0xFE))
            {
                stream.Position += length;
                continue;
            }

            var bytes = new byte[length];
            if (stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false) < length) yield break;
            yield return new Segment(marker, bytes);
        }
    }

    /// <summary>
    /// XMP data over 64 KB go on in segments of their own: an identifier of 32 letters, the whole length, this part's
    /// place.
    /// </summary>
    private static byte[] More(byte[] packet, List<Segment> segments)
    {
        const int Head = 32 + 4 + 4;
        if (XmpPacket.NameOfMore(packet) is not { Length: 32 } name) return [];
        var parts = segments.Where(segment => segment.Is(0xE1, MoreXmp)).Select(segment => segment.After(MoreXmp))
            .Where(part => part.Length > Head && Encoding.ASCII.GetString(part, 0, 32) == name)
            .OrderBy(part => BinaryPrimitives.ReadUInt32BigEndian(part.AsSpan(36)));
        return [.. parts.SelectMany(part => part[Head..])];
    }

    private static Resolution? Density(byte[]? jfif)
    {
        if (jfif is not { Length: >= 7 }) return null;
        var (unit, x, y) = (jfif[2], BinaryPrimitives.ReadUInt16BigEndian(jfif.AsSpan(3)),
            BinaryPrimitives.ReadUInt16BigEndian(jfif.AsSpan(5)));
        return x == 0 || y == 0 || unit > 2 || (unit == 0 && x == y && x == 1) ? null : new Resolution(x, y, unit + 1);
    }

    /// <summary>UTF-8 where it is, Latin 1 otherwise.</summary>
    private static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimEnd('\0');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes).TrimEnd('\0');
        }
    }

    private sealed record Segment(int Marker, byte[] Bytes)
    {
        public bool Is(int marker, byte[] name) => Marker == marker && Bytes.AsSpan().StartsWith(name);

        public byte[] After(byte[] name) => Bytes[name.Length..];
    }
}
