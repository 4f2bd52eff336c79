using System.Buffers.Binary;
using System.Text;

namespace Colorist.Tests;

/// <summary>Adds chunks to PNG files.</summary>
internal static class PngBytes
{
    private const int Start = 8 + 25; // signature and IHDR

    /// <param name="png">A file.</param>
    /// <param name="gamma">Times 100,000, as it is stored.</param>
    /// <param name="hasSrgb">Whether it says that it is sRGB too.</param>
    public static byte[] WithGamma(byte[] png, int gamma, bool hasSrgb)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, gamma);
        return [.. png[..Start], .. hasSrgb ? Chunk("sRGB"u8, [0]) : [], .. Chunk("gAMA"u8, four), .. png[Start..]];
    }

    /// <summary>Puts a chunk behind the pixels.</summary>
    public static byte[] WithChunkAtEnd(byte[] png, string type, byte[] content) =>
        [.. png[..^12], .. Chunk(Encoding.ASCII.GetBytes(type), content), .. png[^12..]];

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        byte[] body = [.. type, .. content];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Colorist.Checksum.Crc32(body));
        return [.. length, .. body, .. check];
    }
}
