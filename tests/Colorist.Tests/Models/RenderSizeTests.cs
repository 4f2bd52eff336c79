using CsCheck;

namespace Colorist.Tests;

public sealed class RenderSizeTests
{
    private static readonly Gen<(int Width, int Height, int RenderSide)> AnyPicture =
        Gen.Select(Side(), Side(), Gen.Int[RenderSize.MinSide, 1024]);

    [Theory]
    [InlineData(1, 1, 224, 32, 32)]
    [InlineData(224, 224, 224, 224, 224)]
    [InlineData(4000, 3000, 224, 256, 192)]
    [InlineData(3000, 4000, 224, 192, 256)]
    [InlineData(200, 100, 224, 200, 96)]      // small enough: only made a multiple of 8
    [InlineData(100000, 3, 224, 1568, 32)]    // 1568 × 32 = 224 × 224
    [InlineData(50, 3, 224, 48, 32)]
    [InlineData(1000, 750, 384, 440, 336)]    // 443.4 × 332.6: the nearest multiples, one below and one above
    public void Of_KnownPicture_GivesKnownSize(
        int width, int height, int renderSide, int expectedWidth, int expectedHeight) =>
        Assert.Equal((expectedWidth, expectedHeight), RenderSize.For(width, height, renderSide, NetworkShape.Paper));

    [Fact]
    public void Of_AnyPicture_GivesMultiplesOf8OfAtLeast32() => AnyPicture.Sample(picture =>
    {
        var (width, height) = Of(picture);
        return width % 8 == 0 && height % 8 == 0 && width >= 32 && height >= 32;
    });

    [Fact]
    public void Of_AnyPicture_NeverEnlargesASideOf32OrMore() => AnyPicture.Sample(picture =>
    {
        var (width, height) = Of(picture);
        return width <= Math.Max(32, picture.Width) && height <= Math.Max(32, picture.Height);
    });

    [Fact]
    public void Of_AnyPicture_StaysNearTheArea() => AnyPicture.Sample(picture =>
    {
        var (width, height) = Of(picture);
        var most = (double)picture.RenderSide * picture.RenderSide;
        return width * height <= most + 4 * (width + height) + 64;
    });

    [Fact]
    public void Of_PictureWithRoom_KeepsItsAspect() => AnyPicture.Where(picture => MinScaledSide(picture) >= 32)
        .Sample(picture =>
    {
        var (width, height) = Of(picture);
        var scale = Scale(picture);
        return Math.Abs(width - picture.Width * scale) < 8 && Math.Abs(height - picture.Height * scale) < 8;
    });

    [Fact]
    public void Of_TurnedPicture_GivesTheTurnedSize() => AnyPicture.Sample(picture =>
    {
        var (width, height) = Of(picture);
        return RenderSize.For(picture.Height, picture.Width, picture.RenderSide, NetworkShape.Paper) == (height, width);
    });

    [Theory]
    [InlineData(0, 1, 224)]
    [InlineData(1, -1, 224)]
    [InlineData(1, 1, 31)]
    [InlineData(1, 1, 4097)]
    public void Of_OutOfRange_IsRefused(int width, int height, int renderSide) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RenderSize.For(width, height, renderSide, NetworkShape.Paper));

    [Theory]
    [InlineData(1000, 800, 384, 416, 352)]
    [InlineData(20, 300, 384, 32, 288)]
    public void Of_NetworkThatDividesBy32_GivesMultiplesOfIt(
        int width, int height, int renderSide, int expectedWidth, int expectedHeight) =>
        Assert.Equal((expectedWidth, expectedHeight),
            RenderSize.For(width, height, renderSide, NetworkShape.Paper with { Divides = 32 }));

    [Fact]
    public void Of_NetworkOfOneSize_GivesIt() =>
        Assert.Equal((256, 256), RenderSize.For(1000, 80, 384, NetworkShape.Paper with { FixedSide = 256 }));

    // As many small pictures as large ones.
    private static Gen<int> Side() => Gen.OneOf(Gen.Int[1, 64], Gen.Int[1, 2000], Gen.Int[1, 100_000]);

    private static (int Width, int Height) Of((int Width, int Height, int RenderSide) picture) =>
        RenderSize.For(picture.Width, picture.Height, picture.RenderSide, NetworkShape.Paper);

    private static double Scale((int Width, int Height, int RenderSide) picture) =>
        Math.Min(1, picture.RenderSide / Math.Sqrt((double)picture.Width * picture.Height));

    private static double MinScaledSide((int Width, int Height, int RenderSide) picture) =>
        Math.Min(picture.Width, picture.Height) * Scale(picture);
}
