using System.Buffers.Binary;

namespace Colorist;

/// <summary>Writes encoded frames as a NUT file with one video stream, to a pipe for instance.</summary>
internal sealed class NutWriter
{
    private const int TimeBits = 0; // times are written in full

    private readonly Stream target;

    /// <summary>Writes the header.</summary>
    /// <param name="target">Not disposed.</param>
    /// <param name="stream">What the frames are.</param>
    public NutWriter(Stream target, NutStream stream)
    {
        this.target = target;
        target.Write(NutCodes.FileId);
        WritePacket(NutCodes.Main, Main(stream));
        WritePacket(NutCodes.Stream, Header(stream));
    }

    /// <summary>Writes the next frame in the order of decoding.</summary>
    public void Write(NutPacket packet)
    {
        // one is due every 65536 bytes, hardly more than a frame
        WritePacket(NutCodes.Syncpoint, [.. Number(packet.Time), .. Number(0)]);
        var flags = NutCodes.HasTime | NutCodes.HasSize | NutCodes.HasChecksum | (packet.IsKey ? NutCodes.Key : 0);
        byte[] header = [0, .. Number(flags), .. Number(packet.Time + (1L << TimeBits)), .. Number(packet.Data.Length)];
        target.Write(header);
        target.Write(Checksum(header));
        target.Write(packet.Data);
    }

    private static byte[] Main(NutStream stream) =>
    [
        .. Number(3), // version
        .. Number(1), // streams
        .. Number(65536), // distance of syncpoints
        .. Number(1), .. Number(stream.TimeBase.Numerator), .. Number(stream.TimeBase.Denominator),
        .. Number(NutCodes.HasFlags), .. Number(6), // one entry for all first bytes of a frame: everything is coded
        .. Number(0), .. Number(1), .. Number(0), .. Number(0), .. Number(0), .. Number(255),
        .. Number(0), // no common beginnings
    ];

    private static byte[] Header(NutStream stream) =>
    [
        .. Number(0), // number of the stream
        .. Number(0), // video
        .. Block(stream.FourCc),
        .. Number(0), // time base
        .. Number(TimeBits),
        .. Number(1), // largest step of time without a checksum
        .. Number(stream.DecodeDelay),
        .. Number(0), // flags
        .. Block(stream.CodecData),
        .. Number(stream.Width), .. Number(stream.Height),
        .. Number(stream.PixelAspect.Numerator), .. Number(stream.PixelAspect.Denominator),
        .. Number(0), // colour space: unknown here
    ];

    private static byte[] Block(byte[] bytes) => [.. Number(bytes.Length), .. bytes];

    private static byte[] Number(long value)
    {
        Span<byte> bytes = stackalloc byte[10];
        var first = bytes.Length;
        bytes[--first] = (byte)(value & 127);
        while ((value >>= 7) > 0) bytes[--first] = (byte)(value & 127 | 128);
        return bytes[first..].ToArray();
    }

    private static byte[] Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, NutCodes.Crc(bytes));
        return checksum;
    }

    private void WritePacket(ulong kind, byte[] payload)
    {
        var start = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(start, kind);
        var length = Number(payload.Length + 4);
        byte[] header = [.. start, .. length];
        target.Write(header);
        if (payload.Length + 4 > 4096) target.Write(Checksum(header));
        target.Write(payload);
        target.Write(Checksum(payload));
    }
}
