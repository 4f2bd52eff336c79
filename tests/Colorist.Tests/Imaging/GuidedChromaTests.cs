using System.Numerics;
using CsCheck;

namespace Colorist.Tests;

public sealed class GuidedChromaTests
{
    [Fact]
    public void Bilinear_Ramp_StaysWhereItWas()
    {
        // a* is the column of a 32-wide picture
        var chroma = GuidedChroma.Bilinear(new ChromaPlanes(4, 1, [4, 12, 20, 28], [0, 0, 0, 0]));
        var (a, _) = Row(chroma, 0, new float[32], 8);
        for (var x = 4; x < 28; x++) Assert.Equal(x + 0.5f, a[x], 1e-3f);
        Assert.Equal(4, a[0]);
        Assert.Equal(28, a[31]);
    }

    [Fact]
    public void Fit_AtItsOwnSize_ReturnsTheChroma()
    {
        var random = new Random(1);
        float[] Noise(float most) => [.. Enumerable.Range(0, 48).Select(_ => random.NextSingle() * most)];
        var (a, b, lightness) = (Noise(50), Noise(50), Noise(100));
        var chroma = GuidedChroma.Fit(new ChromaPlanes(8, 6, a, b), new LightnessPlane(8, 6, lightness));
        for (var y = 0; y < 6; y++)
        {
            var row = Row(chroma, y, lightness[(8 * y)..(8 * y + 8)], 6);
            for (var x = 0; x < 8; x++)
            {
                Assert.Equal(a[8 * y + x], row.A[x], 1e-3f);
                Assert.Equal(b[8 * y + x], row.B[x], 1e-3f);
            }
        }
    }

    [Fact]
    public void Fit_ColorThatChangesWithLightness_IsSharperThanBilinear()
    {
        const int Small = 16, Factor = 8;
        // an edge inside a small point
        float[] full = [.. Enumerable.Range(0, Small * Factor).Select(x => x < 60 ? 20f : 80f)];
        var guide = new LightnessPlane(Small * Factor, 1, full);
        var a = guide.ResizeTo(Small, 1).Values.Select(value => value / 2).ToArray();
        var chroma = new ChromaPlanes(Small, 1, a, a);
        var truth = full.Select(value => value / 2).ToArray();
        var guided = Row(GuidedChroma.Fit(chroma, guide), 0, full, 1).A;
        var plain = Row(GuidedChroma.Bilinear(chroma), 0, full, 1).A;
        Assert.True(Error(guided, truth) < 0.6 * Error(plain, truth),
            $"guided {Error(guided, truth)}, bilinear {Error(plain, truth)}");
    }

    [Fact]
    public void Fit_FlatLightness_EqualsBilinear()
    {
        var chroma = new ChromaPlanes(2, 2, [10, 20, 30, 40], [-10, -20, -30, -40]);
        var flat = new LightnessPlane(4, 4, [.. Enumerable.Repeat(50f, 16)]);
        var row = Enumerable.Repeat(50f, 9).ToArray();
        Assert.Equal(Row(GuidedChroma.Bilinear(chroma), 3, row, 7).A, Row(GuidedChroma.Fit(chroma, flat), 3, row, 7).A);
    }

    [Fact]
    public void Row_AnySizes_EqualsThePlainInterpolation() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 200], Gen.Float[-2, 2].Array[4 * 40], Gen.Float[0, 100].Array[200])
            .Sample((width, fullWidth, values, lightness) =>
        {
            var lines = Enumerable.Range(0, width).Select(x => new Vector4(values.AsSpan(4 * x, 4))).ToArray();
            var row = Row(new GuidedChroma(width, 1, lines), 0, lightness[..fullWidth], 1);
            for (var x = 0; x < fullWidth; x++)
            {
                var place = Math.Clamp((x + 0.5) * width / fullWidth - 0.5, 0, width - 1);
                var line = Vector4.Lerp(
                    lines[(int)place], lines[Math.Min((int)place + 1, width - 1)], (float)(place - (int)place));
                Assert.Equal(line.X * lightness[x] + line.Y, row.A[x], 1e-2f);
                Assert.Equal(line.Z * lightness[x] + line.W, row.B[x], 1e-2f);
            }
        });

    [Fact]
    public void Scaled_ChromaWithStrokes_ScalesBothAndKeepsTheStrokesWhereTheyAre()
    {
        var hints = Hints.FromPoints(8, 6, [(3, 2, 200, 40, 40)]);
        var (_, red, yellow) = CieLab.FromSrgb(200, 40, 40);
        var row = Row(Pictures.Flat(10, -20).With(hints).Scaled(0.5f), 2, new float[8], 6);
        Assert.Equal((red / 2, yellow / 2), (row.A[3], row.B[3]));
        Assert.Equal((5, -10), (row.A[4], row.B[4]));
    }

    [Fact]
    public void Scaled_ChromaThatIsMixedWithOther_IsMixedScaled()
    {
        var mixed = Pictures.Flat(10, -20).Scaled(2).MixedWith(Pictures.Flat(40, 40).Scaled(0.5f), 0.25f);
        var row = Row(mixed, 0, new float[4], 4);
        Assert.Equal((20f, -25f), (row.A[2], row.B[2])); // three quarters of 20, -40 and one of 20, 20
    }

    private static (float[] A, float[] B) Row(GuidedChroma chroma, int y, float[] lightness, int height)
    {
        float[] a = new float[lightness.Length], b = new float[lightness.Length];
        chroma.Row(y, lightness.Length, height, lightness, a, b);
        return (a, b);
    }

    private static double Error(float[] found, float[] truth) =>
        Math.Sqrt(found.Zip(truth, (x, y) => (double)(x - y) * (x - y)).Average());
}
