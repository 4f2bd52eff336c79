using System.Text;

namespace Colorist.Tests;

/// <summary>BMP and PNM, read without libvips, and formats that are known and not read.</summary>
public sealed class PlainPictureTests
{
    private const int Width = 11; // no multiple of anything: rows are padded
    private const int Height = 3;

    public static TheoryData<string> Names => [.. Files.Keys];

    /// <summary>Files, their bits, and the pixel of a column.</summary>
    private static readonly Dictionary<string, (byte[] File, int Bits, Func<int, byte[]> Pixel)> Files = new()
    {
        ["p4.pbm"] = ([.. Text($"P4 {Width}\n# a comment\n{Height}\n"), .. Rows(x => [(byte)(x % 2)], 1)], 8,
            x => Grey(255 - x % 2 * 255)),
        ["p5.pgm"] =
            ([.. Text($"P5\n{Width} {Height}\n255\n"), .. Rows(x => [(byte)(x * 20)], 8)], 8, x => Grey(x * 20)),
        ["p5-100.pgm"] = ([.. Text($"P5\n{Width} {Height} 100 "), .. Rows(x => [(byte)(x * 10)], 8)], 8,
            x => Grey((int)Math.Round(x * 25.5))),
        ["p5-16.pgm"] = ([.. Text($"P5\n{Width} {Height}\n65535\n"), .. Rows(x => [(byte)(x * 20), (byte)(x * 20)], 8)],
            16, x => Grey(x * 20)),
        ["p6.ppm"] = ([.. Text($"P6\n{Width} {Height}\n255\n"), .. Rows(x => Color(x * 20), 8)], 8, x => Color(x * 20)),
        ["p6-16.ppm"] =
            ([.. Text($"P6\n{Width} {Height}\n65535\n"),
                .. Rows(x => [.. Color(x * 20).SelectMany(v => (byte[])[v, v])], 8)], 16, x => Color(x * 20)),
        ["1.bmp"] = (Bmp(1, [255, 255, 255, 0, 0, 0, 0, 0], x => [(byte)(x % 2)]), 8, x => Grey(255 - x % 2 * 255)),
        ["4.bmp"] = (Bmp(4, [.. Enumerable.Range(0, 16).SelectMany(v => Grey(v * 17).Append((byte)0))], x => [(byte)x]),
            8, x => Grey(x * 17)),
        ["8.bmp"] =
            (Bmp(8, [.. Enumerable.Range(0, 256).SelectMany(v => Stored(v).Append((byte)0))], x => [(byte)(x * 20)]), 8,
                x => Color(x * 20)),
        ["24.bmp"] = (Bmp(24, [], x => Stored(x * 20)), 8, x => Color(x * 20)),
        ["24-down.bmp"] = (Bmp(24, [], x => Stored(x * 20), isUpward: false), 8, x => Color(x * 20)),
        ["32.bmp"] = (Bmp(32, [], x => [.. Stored(x * 20), 0]), 8, x => Color(x * 20)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Load_PlainFile_HasItsPixels(string name)
    {
        using var folder = new TemporaryFolder();
        var (file, bits, pixel) = Files[name];
        File.WriteAllBytes(folder[name], file);
        byte[] expected = [.. Enumerable.Range(0, Width * Height)
            .SelectMany(i => pixel((i % Width + i / Width) % Width))];
        foreach (var photo in (Photo[])[Photo.Load(folder[name]), Photo.Load(file, name)])
        {
            Assert.Equal((Width, Height, bits, ".png"), (photo.Width, photo.Height, photo.Bits, photo.Extension));
            Assert.Equal(expected, photo.ToRgb());
            photo.WithoutColor().Save(folder["out.png"], new PhotoSaveOptions { Overwrite = true });
        }

        for (var length = 0; length < file.Length; length += 7)
            Assert.Throws<PhotoException>(() => Photo.Load(file.AsMemory(0, length), name).ToRgb());
        File.WriteAllBytes(folder["cut"], file[..^3]);
        Assert.Throws<PhotoException>(() => Photo.Load(folder["cut"]).ToRgb());
    }

    [Theory]
    [InlineData("\0\0\0\u000cjP  \r\n\u0087\n        ", "JPEG 2000")]
    [InlineData("\u00ff\u000a aaaaaaaaaaaaaaaaa", "JPEG XL")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "HEIC")]
    [InlineData("8BPS\0\u0001\0\0\0\0\0\0\0\u0003aaaaaaa", "a Photoshop file (PSD)")]
    [InlineData("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 1\n", "Radiance (HDR)")]
    [InlineData("P2\n2 2\n255\n1 2 3 4\n", "a PNM file in letters, or a PAM")]
    public void Load_FormatThatIsNotRead_IsCalledByItsName(string start, string name) => Assert.Equal(
        $"file: expected JPEG, PNG, TIFF, WebP, AVIF, GIF, BMP or PNM, found {name}, which is not read",
        Assert.Throws<PhotoException>(() => Photo.Load(Encoding.Latin1.GetBytes(start), "file")).Message);

    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Grey(int tone) => [(byte)tone, (byte)tone, (byte)tone];

    private static byte[] Color(int tone) => [(byte)tone, (byte)(tone + 10), (byte)(tone + 20)];

    private static byte[] Stored(int tone) => [(byte)(tone + 20), (byte)(tone + 10), (byte)tone];

    /// <summary>Rows of which each begins one column later than the one above.</summary>
    /// <param name="pixel">Of a column.</param>
    /// <param name="bits">Of a value.</param>
    /// <param name="multiple">Rows are as many bytes long.</param>
    /// <param name="isUpward">Whether the lowest comes first.</param>
    private static byte[] Rows(Func<int, byte[]> pixel, int bits, int multiple = 1, bool isUpward = false) =>
        [.. Enumerable.Range(0, Height).Select(y => isUpward ? Height - 1 - y : y).SelectMany(y =>
        {
            byte[] values = [.. Enumerable.Range(0, Width).SelectMany(x => pixel((x + y) % Width))];
            byte[] row = [.. values.Chunk(8 / bits)
                .Select(part => (byte)part.Select((value, i) => value << (8 - bits * (i + 1))).Sum())];
            return (byte[])[.. row, .. new byte[(multiple - row.Length % multiple) % multiple]];
        })];

    private static byte[] Bmp(int bits, byte[] palette, Func<int, byte[]> pixel, bool isUpward = true)
    {
        var (offset, rows) = (54 + palette.Length, Rows(pixel, Math.Min(bits, 8), 4, isUpward));
        byte[] head =
        [
            .. "BM"u8, .. BitConverter.GetBytes(offset + rows.Length), 0, 0, 0, 0, .. BitConverter.GetBytes(offset),
            .. BitConverter.GetBytes(40), .. BitConverter.GetBytes(Width),
            .. BitConverter.GetBytes(isUpward ? Height : -Height), 1, 0, (byte)bits, 0, .. new byte[24],
        ];
        return [.. head, .. palette, .. rows];
    }
}
