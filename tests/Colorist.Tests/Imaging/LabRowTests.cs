using CsCheck;

namespace Colorist.Tests;

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
    public void FromLinear_AnyColor_EqualsCieLab() =>
        Gen.Select(Gen.Float[0, 1], Gen.Float[0, 1], Gen.Float[0, 1]).Array[LabRow.Padded(1)].Sample(colors =>
        {
            float[] l = [.. colors.Select(color => color.Item1)], a = [.. colors.Select(color => color.Item2)],
                b = [.. colors.Select(color => color.Item3)];
            LabRow.FromLinear(l, a, b);
            foreach (var (x, color) in colors.Index())
            {
                var expected = CieLab.FromLinear(color.Item1, color.Item2, color.Item3);
                Assert.Equal(expected.Lightness, l[x], 2e-4f);
                Assert.Equal(expected.A, a[x], 1e-3f);
                Assert.Equal(expected.B, b[x], 1e-3f);
            }
        });

    [Fact]
    public void ToSrgb_AnyColor_EqualsThePlainVersion() =>
        Gen.Select(Gen.Float[0, 100], Gen.Float[-128, 127], Gen.Float[-128, 127]).Array[LabRow.Padded(1)]
            .Sample(colors =>
        {
            float[] lightness = [.. colors.Select(color => color.Item1)];
            float[] a = [.. colors.Select(color => color.Item2)];
            float[] b = [.. colors.Select(color => color.Item3)];
            LabRow.ToSrgb(lightness, a, b);
            // Where a line of one hue and lightness grazes the gamut, rounding may halve towards its other crossing:
            // about one colour in 100,000.
            Assert.InRange(Enumerable.Range(0, colors.Length)
                .Count(
                    i => Distance(Plain(colors[i].Item1, colors[i].Item2, colors[i].Item3), (lightness[i], a[i], b[i]))
                        > 1e-3f), 0, 1);
        });

    [Fact]
    public void ToSrgbBytes_AnyColor_IsWithinASmallPartOfAStepOfRounding() =>
        Gen.Select(Gen.Float[0, 100], Gen.Float[-128, 127], Gen.Float[-128, 127]).Array[LabRow.Padded(1)]
            .Sample(colors =>
        {
            float[] Values(Func<(float, float, float), float> value) => [.. colors.Select(value)];
            float[] red = Values(c => c.Item1), green = Values(c => c.Item2), blue = Values(c => c.Item3);
            var painted = new byte[4 * (colors.Length - 1) + 3]; // the fourth band is not touched, not even at the end
            LabRow.ToSrgbBytes(Values(c => c.Item1), Values(c => c.Item2), Values(c => c.Item3), painted, 4);
            LabRow.ToSrgb(red, green, blue);
            for (var x = 0; x < colors.Length; x++)
            {
                Assert.InRange(painted[4 * x] - 255 * red[x], -0.65f, 0.65f);
                Assert.InRange(painted[4 * x + 1] - 255 * green[x], -0.65f, 0.65f);
                Assert.InRange(painted[4 * x + 2] - 255 * blue[x], -0.65f, 0.65f);
            }
        });

    [Fact]
    public void ToSrgbBytes_EveryGrey_StaysWhatItWas()
    {
        float[] lightness = [.. Enumerable.Range(0, 256)
            .Select(grey => CieLab.FromSrgb((byte)grey, (byte)grey, (byte)grey).Lightness)];
        var painted = new byte[3 * 256];
        LabRow.ToSrgbBytes(lightness, new float[256], new float[256], painted, 3);
        Assert.Equal(Enumerable.Range(0, 256).SelectMany(grey => Enumerable.Repeat((byte)grey, 3)), painted);
    }

    private static float Distance(
        (float Red, float Green, float Blue) left, (float Red, float Green, float Blue) right) =>
        Math.Max(Math.Abs(left.Red - right.Red),
            Math.Max(Math.Abs(left.Green - right.Green), Math.Abs(left.Blue - right.Blue)));

    /// <summary>Steps down from full chroma until the colour fits.</summary>
    private static (float Red, float Green, float Blue) Plain(float lightness, float a, float b)
    {
        const int Steps = 20000;
        for (var step = Steps; ; step--)
        {
            var (red, green, blue) = CieLab.ToLinear(lightness, a * step / Steps, b * step / Steps);
            if (step == 0 || (Inside(red) && Inside(green) && Inside(blue)))
                return (Encode(red), Encode(green), Encode(blue));
        }
    }

    private static bool Inside(float value) => value is >= -1e-6f and <= 1 + 1e-6f;

    private static float Encode(float linear) => CieLab.Encode(Math.Clamp(linear, 0, 1));
}
