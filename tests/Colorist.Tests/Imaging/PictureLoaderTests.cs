using System.Buffers.Binary;
using System.Text;
using NetVips;

namespace Colorist.Tests;

/// <summary>
/// What is opened is told by content, from a list; nothing else is, under any name and from anywhere.
/// </summary>
public sealed class PictureLoaderTests : IDisposable
{
    private const string Svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><rect width='20' height='20'/></svg>";

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, string> Others => new()
    {
        { "svg", "SVG" }, { "svg+", "SVG" }, { "vips", "libvips' own format" }, { "csv", "a text" },
        { "matrix", "a text" }, { "pdf", "PDF" },
        { "zeros", "bytes of no format that is known" }, { "gzip", "packed data (gzip)" },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Load_AnotherFormatUnderAPicturesName_IsRefusedByItsOwnName(string kind, string called)
    {
        var bytes = Bytes(kind);
        foreach (var name in Photo.ReadExtensions.Append(".svg").Append(".v"))
        {
            await File.WriteAllBytesAsync(folder["photo" + name], bytes, TestContext.Current.CancellationToken);
            Expect(Assert.Throws<PhotoException>(() => Photo.Load(folder["photo" + name])), called);
        }

        Expect(Assert.Throws<PhotoException>(() => Photo.Load(bytes, "bytes")), called);
        Expect(
            await Assert.ThrowsAsync<PhotoException>(
                () => Photo.LoadAsync(new MemoryStream(bytes), "stream", stop: TestContext.Current.CancellationToken)),
                called);
        Assert.Throws<PhotoException>(() => RgbPicture.Decode(bytes, "data set", 64));
        Assert.Throws<PhotoException>(() => Hints.Load(folder["photo.png"], 20, 20));
    }

    [Fact]
    public void Load_FileReplacedBySvgAfterwards_IsNotRead()
    {
        Pictures.Pattern(20, 20, 3).WriteToFile(folder["photo.png"]);
        using var photo = Photo.Load(folder["photo.png"]);
        File.WriteAllText(folder["photo.png"], Svg);
        Assert.Throws<PhotoException>(() => photo.ToRgb());
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    public void Decode_ShrunkPicture_IsAsLibvipsThumbnailsAre(string extension)
    {
        using var picture = Image.NewFromFile(Repository.Path("samples", "coffee.png"));
        var encoded = picture.WriteToBuffer(extension);
        using var thumbnail = Image.ThumbnailBuffer(encoded, 96, height: 64, size: Enums.Size.Force);
        Assert.Equal(thumbnail.WriteToMemory<byte>(), RgbPicture.Decode(encoded, "coffee", 64).Pixels);
    }

    /// <summary>
    /// A picture of a data set is checked as photos are, before anything is made ready for its pixels.
    /// </summary>
    [Theory]
    [InlineData(16, 1_048_636, "1048636×20")] // its columns
    [InlineData(20, 16_318_514, "20×16318514")] // its rows
    public void Decode_ClaimOfTooManyColumnsOrRows_IsRefused(int at, int claim, string found)
    {
        var png = Pictures.Pattern(20, 20, 3).PngsaveBuffer();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(at), claim);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Checksum.Crc32(png.AsSpan(12, 17)));
        Assert.Contains($"300000 columns and rows, found {found}",
            Assert.Throws<PhotoException>(() => RgbPicture.Decode(png, "data set", 64)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_DamagedPixels_AreRefusedAsInPhotos()
    {
        var png = Pictures.Pattern(200, 200, 3).PngsaveBuffer();
        png.AsSpan(png.Length / 2, 200).Fill(0x55);
        Assert.Throws<PhotoException>(() => RgbPicture.Decode(png, "data set", 64));
    }

    private static byte[] Bytes(string kind)
    {
        using var folder = new TemporaryFolder();
        switch (kind)
        {
            case "svg":
                return Encoding.ASCII.GetBytes(Svg);
            case "svg+":
                return [0xEF, 0xBB, 0xBF, .. Encoding.ASCII
                    .GetBytes("<?xml version='1.0'?>\n<!-- a drawing -->\n" + Svg)];
            case "vips":
                Pictures.Pattern(20, 20, 3).WriteToFile(folder["a.v"]);
                return File.ReadAllBytes(folder["a.v"]);
            case "csv":
                return "1,2,3\n4,5,6\n7,8,9\n"u8.ToArray();
            case "matrix":
                return "3 3\n1 2 3\n4 5 6\n7 8 9\n"u8.ToArray();
            case "pdf":
                return "%PDF-1.4\n1 0 obj\n"u8.ToArray();
            case "gzip":
                return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
            default:
                return new byte[1000];
        }
    }

    private static void Expect(PhotoException refused, string called)
    {
        Assert.Contains(called, refused.Found, StringComparison.Ordinal);
        Assert.Equal("JPEG, PNG, TIFF, WebP, AVIF, GIF, BMP or PNM", refused.Expected);
    }
}
