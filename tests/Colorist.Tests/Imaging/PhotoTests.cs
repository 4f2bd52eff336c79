using CsCheck;
using NetVips;

namespace Colorist.Tests;

public sealed class PhotoTests
{
    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 8)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(1, 16)]
    [InlineData(2, 16)]
    [InlineData(3, 16)]
    [InlineData(4, 16)]
    public void WithChroma_AnyBandsAndDepth_KeepsLightnessSizeDepthAndAlpha(int bands, int bits)
    {
        using var folder = new TemporaryFolder();
        using var picture = Pictures.Pattern(75, 130, bands, bits);
        picture.WriteToFile(folder["in.png"]);

        using var photo = Photo.Load(folder["in.png"]);
        using var painted = photo.WithChroma(Pictures.Flat(60, -40));
        painted.Save(folder["out.png"]);

        using var result = Image.NewFromFile(folder["out.png"]);
        Assert.Equal((75, 130, bits), (photo.Width, photo.Height, photo.Bits));
        Assert.Equal((75, 130, bands is 2 or 4 ? 4 : 3), (result.Width, result.Height, result.Bands));
        Assert.Equal(picture.Format, result.Format);
        AssertSameLightness(Pictures.LightnessOf(picture), Pictures.LightnessOf(result), bits);
        if (bands is 2 or 4) Assert.Equal(0, (picture.ExtractBand(bands - 1) - result.ExtractBand(3)).Abs().Max());
    }

    [Fact]
    public void WithChroma_AnyColorAt16Bits_KeepsLightnessWithinOneStep()
    {
        using var folder = new TemporaryFolder();
        Gen.Select(Gen.UShort.Array[3], Gen.Float[-128, 127], Gen.Float[-128, 127]).Sample((rgb, a, b) =>
        {
            using var picture = Image.NewFromMemory(rgb, 1, 1, 3, Enums.BandFormat.Ushort)
                .Copy(interpretation: Enums.Interpretation.Rgb16);
            using var photo = Photo.Load(picture.WriteToBuffer(".png"), "one pixel");
            using var painted = photo.WithChroma(Pictures.Flat(a, b));
            var file = folder[$"{Guid.NewGuid():n}.png"];
            painted.Save(file);
            using var result = Image.NewFromFile(file);
            AssertSameLightness(Pictures.LightnessOf(picture), Pictures.LightnessOf(result), 16);
        }, iter: 300);
    }

    [Fact]
    public void WithChroma_AnyColor_KeepsLightnessWithinOneStep() =>
        Gen.Select(Gen.Byte.Array[3], Gen.Float[-128, 127], Gen.Float[-128, 127]).Sample((rgb, a, b) =>
        {
            using var photo = Photo.FromRgb(1, 1, rgb);
            using var painted = photo.WithChroma(Pictures.Flat(a, b));
            var result = painted.ToRgb();
            AssertSameLightness(
                [CieLab.FromSrgb(rgb[0], rgb[1], rgb[2]).Lightness],
                [CieLab.FromSrgb(result[0], result[1], result[2]).Lightness], 8);
        }, iter: 2000);

    [Fact]
    public void WithoutColor_GreyInput_ReturnsEveryShadeUnchanged()
    {
        byte[] shades = [.. Enumerable.Range(0, 256).SelectMany(shade => Enumerable.Repeat((byte)shade, 3))];
        using var photo = Photo.FromRgb(256, 1, shades);
        using var grey = photo.WithoutColor();
        Assert.Equal(shades, grey.ToRgb());
    }

    [Fact]
    public void WithoutColor_EveryShadeOf16Bits_ReturnsItUnchanged()
    {
        using var folder = new TemporaryFolder();
        ushort[] shades = [.. Enumerable.Range(0, 65536).Select(shade => (ushort)shade)];
        using var picture = Image.NewFromMemory(shades, 256, 256, 1, Enums.BandFormat.Ushort)
            .Copy(interpretation: Enums.Interpretation.Grey16);
        picture.WriteToFile(folder["in.tif"]);

        using var grey = Photo.Load(folder["in.tif"]).WithoutColor();
        grey.Save(folder["out.tif"]);

        Assert.Equal(shades.SelectMany(shade => Enumerable.Repeat(shade, 3)), Image.NewFromFile(folder["out.tif"])
            .WriteToMemory<ushort>());
    }

    [Fact]
    public void WithChroma_ColorInsideTheGamut_IsThatColor()
    {
        using var photo = Photo.FromRgb(1, 1, [119, 119, 119]);
        using var painted = photo.WithChroma(Pictures.Flat(20, -15));
        var rgb = painted.ToRgb();
        var (_, a, b) = CieLab.FromSrgb(rgb[0], rgb[1], rgb[2]);
        Assert.Equal(20, a, 0.5f);
        Assert.Equal(-15, b, 0.5f);
    }

    [Fact]
    public void WithChroma_ColorOutsideTheGamut_KeepsItsHue()
    {
        using var photo = Photo.FromRgb(1, 1, [200, 200, 200]);
        using var painted = photo.WithChroma(Pictures.Flat(100, 50));
        var rgb = painted.ToRgb();
        var (_, a, b) = CieLab.FromSrgb(rgb[0], rgb[1], rgb[2]);
        Assert.Equal(Math.Atan2(50, 100), Math.Atan2(b, a), 0.02);
        Assert.InRange(Math.Sqrt(a * a + b * b), 20, 100);
    }

    [Fact]
    public void ToRgb_PixelsFromMemory_ReturnsThem()
    {
        var pixels = Pictures.Pattern(33, 150, 3).WriteToMemory<byte>();
        using var photo = Photo.FromRgb(33, 150, pixels);
        Assert.Equal(pixels, photo.ToRgb());
    }

    [Fact]
    public void Lightness_FullSize_IsThatOfEachPixel()
    {
        using var picture = Pictures.Pattern(40, 90, 3);
        using var photo = Photo.FromRgb(40, 90, picture.WriteToMemory<byte>());
        var expected = Pictures.LightnessOf(picture);
        Assert.All(photo.Lightness(40, 90).Values.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-3f));
    }

    [Fact]
    public void Lightness_UnevenlySmaller_IsTheMeanOfTheAreaCovered()
    {
        using var picture = Pictures.Pattern(5, 130, 1);
        using var photo = Photo.Load(picture.WriteToBuffer(".png"), "pattern");
        var full = Pictures.LightnessOf(picture);
        var small = photo.Lightness(2, 1);
        var left = Enumerable.Range(0, 130).Average(y => (full[5 * y] + full[5 * y + 1] + full[5 * y + 2] / 2) / 2.5f);
        Assert.Equal(left, small.Values[0], 0.01f);
    }

    [Theory]
    [InlineData(400, 300)]
    [InlineData(10, 7)]
    [InlineData(10, 300)]
    public void Lightness_AnySize_HasThatSize(int width, int height)
    {
        using var photo = Photo.Load(Pictures.Pattern(75, 130, 3).WriteToBuffer(".jpg"), "pattern");
        var plane = photo.Lightness(width, height);
        Assert.Equal((width, height, width * height), (plane.Width, plane.Height, plane.Values.Length));
        Assert.All(plane.Values, value => Assert.InRange(value, 0, 100));
    }

    private static void AssertSameLightness(float[] expected, float[] found, int bits)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var shade = CieLab.Encode(CieLab.LuminanceOf(expected[i]));
            var step = 1f / ((1 << bits) - 1);
            var above = CieLab.LightnessOf(CieLab.Linearize(Math.Min(1, shade + step)));
            var below = CieLab.LightnessOf(CieLab.Linearize(Math.Max(0, shade - step)));
            Assert.InRange(found[i], below - 1e-4f, above + 1e-4f);
        }
    }
}
