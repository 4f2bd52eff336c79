using CsCheck;

namespace Colorist.Tests;

public sealed class CieLabTests
{
    // Source: the CIE Color Calculator of brucelindbloom.com, RGB model sRGB, reference white D65, adaptation none,
    // gamma sRGB.
    [Theory]
    [InlineData(255, 255, 255, 100.0000f, 0f, 0f)]
    [InlineData(0, 0, 0, 0f, 0f, 0f)]
    [InlineData(255, 0, 0, 53.2408f, 80.0925f, 67.2032f)]
    [InlineData(0, 255, 0, 87.7347f, -86.1827f, 83.1793f)]
    [InlineData(0, 0, 255, 32.2970f, 79.1875f, -107.8602f)]
    [InlineData(255, 255, 0, 97.1393f, -21.5537f, 94.4780f)]
    [InlineData(0, 255, 255, 91.1132f, -48.0875f, -14.1312f)]
    [InlineData(255, 0, 255, 60.3242f, 98.2343f, -60.8249f)]
    public void FromSrgb_KnownColor_ReturnsPublishedValues(
        byte red, byte green, byte blue, float lightness, float a, float b)
    {
        var found = CieLab.FromSrgb(red, green, blue);
        Assert.Equal(lightness, found.Lightness, 0.002f);
        Assert.Equal(a, found.A, 0.02f); // the white point there differs in the fifth digit
        Assert.Equal(b, found.B, 0.02f);
    }

    [Fact]
    public void FromSrgb_EveryGrey_HasNoColor() =>
        Assert.All(Enumerable.Range(0, 256).Select(shade => CieLab.FromSrgb((byte)shade, (byte)shade, (byte)shade)),
            color =>
        {
            Assert.Equal(0, color.A, 2e-4f);
            Assert.Equal(0, color.B, 2e-4f);
        });

    [Fact]
    public void ToLinear_OfFromLinear_ReturnsTheColor() =>
        Gen.Select(Gen.Float[0, 1], Gen.Float[0, 1], Gen.Float[0, 1]).Sample((red, green, blue) =>
        {
            var (lightness, a, b) = CieLab.FromLinear(red, green, blue);
            var found = CieLab.ToLinear(lightness, a, b);
            Assert.Equal(red, found.Red, 5e-6f);
            Assert.Equal(green, found.Green, 5e-6f);
            Assert.Equal(blue, found.Blue, 5e-6f);
        });

    [Fact]
    public void Encode_OfLinearize_ReturnsTheValue() =>
        Gen.Float[0, 1].Sample(value => Assert.Equal(value, CieLab.Encode(CieLab.Linearize(value)), 2e-6f));

    [Fact]
    public void LightnessOf_AnyLuminance_IsWithinOneTenThousandthOfDoublePrecision() =>
        Gen.Float[0, 1].Sample(luminance =>
        {
            var curve = luminance > 216.0 / 24389 ? Math.Cbrt(luminance) : (24389.0 / 27 * luminance + 16) / 116;
            Assert.Equal((float)(116 * curve - 16), CieLab.LightnessOf(luminance), 1e-4f);
        });
}
