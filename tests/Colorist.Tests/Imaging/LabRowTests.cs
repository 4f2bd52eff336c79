using Colorist.Imaging;
using CsCheck;

namespace Colorist.Tests.Imaging;

public sealed class LabRowTests
{
    [Fact]
    public void ToLightness_AnyLuminance_EqualsCieLab() =>
        Gen.Float[0, 1].Array[LabRow.Padded(1)].Sample(luminance =>
        {
            var row = (float[])luminance.Clone();
            LabRow.ToLightness(row);
            Assert.All(row.Zip(luminance), pair => Assert.Equal(CieLab.LightnessOf(pair.Second), pair.First, 1e-4f));
        });

    [Fact]
    public void ToSrgb_AnyColour_EqualsThePlainVersion() =>
        Gen.Select(Gen.Float[0, 100], Gen.Float[-128, 127], Gen.Float[-128, 127]).Array[LabRow.Padded(1)].Sample(colours =>
        {
            float[] lightness = [.. colours.Select(colour => colour.Item1)];
            float[] a = [.. colours.Select(colour => colour.Item2)];
            float[] b = [.. colours.Select(colour => colour.Item3)];
            LabRow.ToSrgb(lightness, a, b);
            for (var i = 0; i < colours.Length; i++)
            {
                var (red, green, blue) = Plain(colours[i].Item1, colours[i].Item2, colours[i].Item3);
                Assert.Equal(red, lightness[i], 1e-3f);
                Assert.Equal(green, a[i], 1e-3f);
                Assert.Equal(blue, b[i], 1e-3f);
            }
        });

    [Fact]
    public void Pack_AnyColours_RoundsEachToEightBits() =>
        Gen.Float[0, 1].Array[3 * LabRow.Padded(1)].Sample(values =>
        {
            var third = values.Length / 3;
            float[] red = values[..third], green = values[third..(2 * third)], blue = values[(2 * third)..];
            var expected = red.Select((value, i) => Byte(value) | Byte(green[i]) << 8 | Byte(blue[i]) << 16).ToArray();
            Assert.Equal(expected, LabRow.Pack(red, green, blue).ToArray());
        });

    private static int Byte(float value) => (byte)(value * 255 + 0.5f);

    /// <summary>Steps down from full chroma until the colour fits.</summary>
    private static (float Red, float Green, float Blue) Plain(float lightness, float a, float b)
    {
        const int Steps = 20000;
        for (var step = Steps; ; step--)
        {
            var (red, green, blue) = CieLab.ToLinear(lightness, a * step / Steps, b * step / Steps);
            if (step == 0 || (Inside(red) && Inside(green) && Inside(blue))) return (Encode(red), Encode(green), Encode(blue));
        }
    }

    private static bool Inside(float value) => value is >= -1e-6f and <= 1 + 1e-6f;

    private static float Encode(float linear) => CieLab.Encode(Math.Clamp(linear, 0, 1));
}
