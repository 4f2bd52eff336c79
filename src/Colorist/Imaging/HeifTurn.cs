using System.Buffers.Binary;

namespace Colorist;

/// <summary>
/// How a HEIF file, such as AVIF, says its picture is turned: irot and imir of ISO/IEC 23008-12, which every reader
/// obeys.
/// </summary>
internal static class HeifTurn
{
    private const int MaxMeta = 1 << 20; // bytes

    /// <returns>The same as EXIF counts: 1 not at all, to 8.</returns>
    public static int Read(Stream stream)
    {
        var meta = Meta(stream);
        var (turns, mirror) = (Value(meta, "irot"u8) is { } angle ? angle & 3 : 0, Value(meta, "imir"u8));
        return (turns, mirror) switch // turns of a quarter against the clock, then a mirror
        {
            (0, null) => 1,
            (1, null) => 8,
            (2, null) => 3,
            (3, null) => 6,
            (0 or 2, _) => 2,
            _ => 5,
        };
    }

    private static byte[] Meta(Stream stream)
    {
        var head = new byte[8];
        for (stream.Position = 0; stream.ReadAtLeast(head, 8, throwOnEndOfStream: false) == 8;)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(head) - 8L;
            if (size < 0 || size > stream.Length - stream.Position) break;
            if (!head.AsSpan(4).SequenceEqual("meta"u8)) stream.Position += size;
            else if (size > MaxMeta) break;
            else
            {
                var meta = new byte[size];
                stream.ReadExactly(meta);
                return meta;
            }
        }

        return [];
    }

    private static int? Value(ReadOnlySpan<byte> meta, ReadOnlySpan<byte> box)
    {
        var at = meta.IndexOf(box);
        return at >= 0 && at + 4 < meta.Length ? meta[at + 4] : null;
    }
}
