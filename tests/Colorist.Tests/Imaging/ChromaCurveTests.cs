using CsCheck;

namespace Colorist.Tests;

public sealed class ChromaCurveTests
{
    private static readonly ChromaCurve Curve = new([0, 2, 6, 12]); // at 0, 2, 4, 6

    [Fact]
    public void Of_Colors_ChangesChromaAsTheCurveSaysAndKeepsHue() => Gen.Select(Gen.Float[-60, 60], Gen.Float[-60, 60])
        .Sample((a, b) =>
    {
        var changed = Curve.Apply(new ChromaPlanes(1, 1, [a], [b]));
        var (before, after) =
            (MathF.Sqrt(a * a + b * b), MathF.Sqrt(changed.A[0] * changed.A[0] + changed.B[0] * changed.B[0]));
        var expected = before switch
        {
            <= 2 => before,
            <= 4 => 2 + 2 * (before - 2),
            <= 6 => 6 + 3 * (before - 4),
            _ => 2 * before
        };
        Assert.Equal(expected, after, 1e-3 * (1 + expected));
        Assert.Equal(0, a * changed.B[0] - b * changed.A[0], 1e-3 * (1 + before * after));
    });

    [Fact]
    public void Of_Grey_StaysGrey() => Assert.Equal(0, Curve.Apply(new ChromaPlanes(1, 1, [0], [0])).A[0]);
}
