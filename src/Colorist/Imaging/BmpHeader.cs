using System.Buffers.Binary;
using NetVips;

namespace Colorist;

/// <summary>
/// Reads the header of BMP files that are not packed: 1, 4, 8, 24 and 32 bits a pixel (Microsoft, "Bitmap Storage";
/// OS/2's older header too).
/// </summary>
internal static class BmpHeader
{
    private const int Old = 12; // bytes of OS/2's header
    private const int FileHeader = 14;

    /// <returns>The picture; null if it is no such file.</returns>
    public static PlainPicture? Read(Stream stream)
    {
        var start = new byte[FileHeader + 40 + 4 * 256 + 100];
        stream.Position = 0;
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < FileHeader + Old + 4 || start[0] != 'B'
            || start[1] != 'M') return null;
        int Four(int at) => BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(at));
        int Two(int at) => BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(at));
        var (offset, header) = (Four(10), Four(FileHeader));
        var isOld = header == Old;
        if (offset < FileHeader + Old || (!isOld && header is < 40 or > 124)) return null;
        var (width, height, bits) = isOld ? (Two(18), Two(20), Two(24)) : (Four(18), Four(22), Two(28));
        var packing = isOld ? 0 : Four(30);
        if (width < 1 || height is 0 or int.MinValue || width > int.MaxValue / 40) return null;
        if (bits is not (1 or 4 or 8 or 24 or 32) || (packing != 0 && (packing, bits) is not (3, 32))) return null;
        var colors = bits > 8 ? [] : Palette(start, FileHeader + header, isOld ? 3 : 4, 1 << bits);
        var density = isOld ? null : Density(Four(38), Four(42));
        return new PlainPicture(
            offset, (int)(((long)width * bits + 31) / 32 * 4), Math.Abs(height),
            rows => Shape(rows, width, bits, colors, isUpward: height > 0),
            new PhotoMetadata { Resolution = density });
    }

    private static Image Shape(Image rows, int width, int bits, byte[] colors, bool isUpward)
    {
        using var stored = bits switch
        {
            1 or 4 => PlainPicture.Unpack(rows, width, bits),
            8 => rows.Crop(0, 0, width, rows.Height),
            _ => rows.Crop(0, 0, width * bits / 8, rows.Height).Bandfold(factor: bits / 8),
        };
        using var rgb = bits > 8 ? stored[2].Bandjoin(stored[1], stored[0]) : Colored(stored, colors);
        using var upright = isUpward ? rgb.FlipVer() : rgb.Copy();
        return upright.Copy(interpretation: rgb.Bands == 1 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb);
    }

    /// <summary>Grey where all of the colours are.</summary>
    private static Image Colored(Image stored, byte[] colors)
    {
        var isGrey = colors.Chunk(3).All(color => color[0] == color[1] && color[1] == color[2]);
        using var palette = Image.NewFromMemoryCopy<byte>(colors, colors.Length / 3, 1, 3, Enums.BandFormat.Uchar);
        using var table = isGrey ? palette.ExtractBand(0) : palette.Copy();
        return stored.Maplut(table);
    }

    /// <returns>Red, green, blue of each color; black for those that the file does not have.</returns>
    private static byte[] Palette(byte[] start, int at, int step, int count)
    {
        var colors = new byte[3 * count];
        for (var i = 0; i < count && at + step * i + 3 <= start.Length; i++)
            for (var k = 0; k < 3; k++) colors[3 * i + k] = start[at + step * i + 2 - k];
        return colors;
    }

    private static Resolution? Density(int x, int y) =>
        x > 0 && y > 0 ? new Resolution(Math.Round(x * 0.0254, 2), Math.Round(y * 0.0254, 2), Resolution.Inch) : null;
}
