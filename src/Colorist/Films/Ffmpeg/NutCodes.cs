using System.Text;

namespace Colorist;

/// <summary>Constants of NUT, the container of FFmpeg and MPlayer: ffmpeg.org, "NUT Open Container Format".</summary>
internal static class NutCodes
{
    public const ulong Main = 0x4E4D7A561F5F04AD;
    public const ulong Stream = 0x4E5311405BF2F9DB;
    public const ulong Syncpoint = 0x4E4BE4ADEECA4569;

    public const long Key = 1;
    public const long HasTime = 8;
    public const long HasStream = 16;
    public const long HasSize = 32;
    public const long HasChecksum = 64;
    public const long HasReserved = 128;
    public const long HasSideData = 256;
    public const long HasHeader = 1024;
    public const long HasMatchTime = 2048;
    public const long HasFlags = 4096;
    public const long Invalid = 8192;

    private const uint Polynomial = 0x04C11DB7;

    private static readonly uint[] CrcOfByte = [.. Enumerable.Range(0, 256).Select(value =>
    {
        var crc = (uint)value << 24;
        for (var bit = 0; bit < 8; bit++) crc = crc >> 31 == 1 ? crc << 1 ^ Polynomial : crc << 1;
        return crc;
    })];

    /// <summary>What every file begins with.</summary>
    public static byte[] FileId { get; } = Encoding.ASCII.GetBytes("nut/multimedia container\0");

    /// <summary>The checksum of headers: CRC-32, highest bit first, beginning with 0, not inverted.</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0;
        foreach (var value in bytes) crc = crc << 8 ^ CrcOfByte[crc >> 24 ^ value];
        return crc;
    }
}
