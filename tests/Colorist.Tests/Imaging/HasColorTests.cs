using NetVips;

namespace Colorist.Tests;

public sealed class HasColorTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(6, 18)] // sepia
    [InlineData(-3, -15)] // cyanotype
    [InlineData(8, 30)]
    public void HasColor_GreyOrTonedAndSavedAsJpeg_IsFalse(float a, float b)
    {
        using var grey = Image.Xyz(300, 400).Cast(Enums.BandFormat.Uchar).ExtractBand(1);
        using var photo = Photo.Load(grey.WriteToBuffer(".png"), "grey");
        Assert.False(photo.HasColor());
        using var folder = new TemporaryFolder();
        photo.WithChroma(Pictures.Flat(a, b)).Save(folder["toned.jpg"]);
        Assert.False(Photo.Load(folder["toned.jpg"]).HasColor());
    }

    [Fact]
    public void HasColor_ColorSamples_IsTrue()
    {
        Assert.True(Photo.Load(Repository.Path("samples", "coffee.png")).HasColor());
        Assert.True(Photo.Load(Repository.Path("samples", "rocket.jpg")).HasColor());
    }

    /// <summary>Halves of the same lightness whose colours lie so far from their mean; the limit is 3.</summary>
    [Theory]
    [InlineData(2.5f, false)]
    [InlineData(3.5f, true)]
    public void HasColor_TwoTintsOfOneLightness_IsToldFromTheirDistance(float distance, bool expected)
    {
        using var grey = Photo.FromRgb(64, 64, [.. Enumerable.Repeat((byte)128, 64 * 64 * 3)]);
        float[] halves = [.. Enumerable.Range(0, 64).Select(x => x < 32 ? distance : -distance)];
        using var tinted =
            grey.WithChroma(GuidedChroma.Bilinear(new ChromaPlanes(64, 1, halves, [.. Enumerable.Repeat(5f, 64)])));
        using var folder = new TemporaryFolder();
        tinted.Save(folder["tinted.png"]);
        Assert.Equal(expected, Photo.Load(folder["tinted.png"]).HasColor());
    }

    [Theory]
    [InlineData(1, 1, 8)]
    [InlineData(2, 700, 16)]
    public void HasColor_OddestPictures_IsTold(int width, int height, int bits)
    {
        using var photo = Photo.Load(Pictures.Pattern(width, height, 4, bits).WriteToBuffer(".png"), "odd");
        Assert.Equal(height > 1, photo.HasColor());
    }
}
