using System.Buffers.Binary;
using System.IO.Compression;

namespace Colorist.Web.Tests;

/// <summary>Writes pictures with transparency, the plainest PNG there is.</summary>
internal static class TransparentPng
{
    public static byte[] Make(int width, int height, Func<int, int, (byte Red, byte Green, byte Blue)?> color)
    {
        var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                packed.WriteByte(0); // no filter
                for (var x = 0; x < width; x++)
                    packed.Write(color(x, y) is { } c ? [c.Red, c.Green, c.Blue, 255] : [0, 0, 0, 0]);
            }
        }

        return File(width, height, 6, rows.ToArray());
    }

    /// <summary>A file of any size that claims any size.</summary>
    public static byte[] File(int width, int height, byte colorType, byte[] packed)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, colorType);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed),
            .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] length = new byte[4], named = [.. type, .. data], check = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32(named));
        return [.. length, .. named, .. check];
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
