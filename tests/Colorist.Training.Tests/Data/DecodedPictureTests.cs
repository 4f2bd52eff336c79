using NetVips;

namespace Colorist.Training.Tests;

public sealed class DecodedPictureTests
{
    // top left, top right, bottom left, bottom right
    private static readonly byte[][] Corners = [[200, 30, 30], [30, 200, 30], [30, 30, 200], [200, 200, 30]];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Decode_EveryOrientation_StandsUpright(int orientation)
    {
        using var upright = Picture(64, 32);
        using var stored = Stored(upright, orientation);
        using var tagged = stored.Mutate(image => image.Set(GValue.GIntType, "orientation", orientation));
        using var picture = DecodedPicture.Decode(tagged.JpegsaveBuffer(q: 95), "x.jpg", leastSide: 32);
        Assert.Equal((64, 32), (picture.Width, picture.Height));
        Assert.Equal(Corners[0], At(picture, left: 0, x: 8, y: 8), Near);
        Assert.Equal(Corners[1], At(picture, left: 32, x: 24, y: 8), Near);
        Assert.Equal(Corners[2], At(picture, left: 0, x: 8, y: 24), Near);
        Assert.Equal(Corners[3], At(picture, left: 32, x: 24, y: 24), Near);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(96)]
    public void Draw_AnyScale_ShowsTheSamePlacesAndMirrorsThem(int rows)
    {
        using var image = Picture(64, 32);
        using var picture = DecodedPicture.Decode(image.PngsaveBuffer(), "x.png", leastSide: rows);
        using var plain = picture.Draw(new Crop(rows, 2 * rows, rows, 0, 0, Mirrored: false));
        using var mirrored = picture.Draw(new Crop(rows, 2 * rows, rows, rows, 0, Mirrored: true));
        Assert.Equal(Corners[2], Pixel(plain, rows / 4, 3 * rows / 4), Near);
        Assert.Equal(Corners[1], Pixel(mirrored, rows / 4, rows / 4), Near);
    }

    [Fact]
    public void Decode_LargeJpeg_IsNoLargerThanNeedBe()
    {
        using var image = Picture(1600, 800);
        using var picture = DecodedPicture.Decode(image.JpegsaveBuffer(), "x.jpg", leastSide: 100);
        Assert.InRange(picture.Height, 100, 200);
        Assert.Equal(2 * picture.Height, picture.Width);
    }

    [Fact]
    public void Decode_Transparent_IsOnBlack()
    {
        using var image = Picture(32, 32);
        using var clear = image.Bandjoin(0);
        using var picture = DecodedPicture.Decode(clear.PngsaveBuffer(), "x.png", leastSide: 32);
        Assert.Equal([0, 0, 0], At(picture, left: 0, x: 8, y: 8));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(400)]
    public void Decode_CutShort_SaysSo(int bytes)
    {
        using var image = Picture(64, 32);
        var error = Assert.Throws<PhotoException>(
            () => DecodedPicture.Decode(image.PngsaveBuffer(compression: 0)[..bytes], "cut.png", leastSide: 32));
        Assert.Contains("cut.png", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{bytes} bytes", error.Message, StringComparison.Ordinal);
    }

    private static Image Picture(int width, int height)
    {
        var pixels = Enumerable.Range(0, width * height)
            .SelectMany(i => Corners[(i / width < height / 2 ? 0 : 2) + (i % width < width / 2 ? 0 : 1)]).ToArray();
        return Image.NewFromMemory(pixels, width, height, 3, Enums.BandFormat.Uchar);
    }

    /// <summary>As a camera that was held another way stores it (EXIF 2.3).</summary>
    private static Image Stored(Image upright, int orientation) => orientation switch
    {
        2 => upright.FlipHor(),
        3 => upright.Rot180(),
        4 => upright.FlipVer(),
        5 => upright.Rot90().FlipHor(),
        6 => upright.Rot270(),
        7 => upright.Rot270().FlipHor(),
        8 => upright.Rot90(),
        _ => upright.Copy(),
    };

    private static byte[] At(DecodedPicture picture, int left, int x, int y)
    {
        using var drawn = picture.Draw(new Crop(32, picture.Width, picture.Height, left, 0, Mirrored: false));
        return Pixel(drawn, x, y);
    }

    private static byte[] Pixel(SkiaSharp.SKBitmap drawn, int x, int y) =>
        [drawn.GetPixel(x, y).Red, drawn.GetPixel(x, y).Green, drawn.GetPixel(x, y).Blue];

    private static bool Near(byte expected, byte found) => Math.Abs(expected - found) <= 12;
}
