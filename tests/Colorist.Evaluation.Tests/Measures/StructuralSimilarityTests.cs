using CsCheck;

namespace Colorist.Evaluation.Tests;

public sealed class StructuralSimilarityTests
{
    [Theory]
    [InlineData(100, 110)]
    [InlineData(0, 255)]
    public void Ssim_FlatPictures_IsTheLuminanceTerm(byte one, byte other) // no variance: (2xy + C1) / (x² + y² + C1)
    {
        const double C1 = 6.5025;
        var expected = (2.0 * one * other + C1) / (one * one + other * other + C1);

        Assert.Equal(expected, StructuralSimilarity.Ssim(Flat(one), Flat(other), 16, 12), tolerance: 1e-9);
    }

    [Fact]
    public void Ssim_OneWindow_IsTheFormulaWrittenOut()
    {
        var (one, other) = (Grey(11, 11, (x, y) => 20 * x), Grey(11, 11, (x, y) => 100 + 5 * x + 3 * y));

        var ssim = StructuralSimilarity.Ssim(one, other, 11, 11);

        Assert.Equal(PlainSsim(p => 20 * p.X, p => 100 + 5 * p.X + 3 * p.Y), ssim, tolerance: 1e-9);
    }

    [Fact]
    public void Ssim_LargerThanTheWindow_IsTheMeanOverTheWindows()
    {
        var (one, other) = (Grey(12, 13, (x, y) => 15 * x + y), Grey(12, 13, (x, y) => 100 - 8 * y + x * x));
        var windows =
            from top in Enumerable.Range(0, 3)
            from left in Enumerable.Range(0, 2)
            select PlainSsim(
                p => 15 * (p.X + left) + p.Y + top, p => 100 - 8 * (p.Y + top) + (p.X + left) * (p.X + left));

        Assert.Equal(windows.Average(), StructuralSimilarity.Ssim(one, other, 12, 13), tolerance: 1e-9);
    }

    [Fact]
    public void Ssim_AnyTwoPictures_IsSymmetricAnd1ForThemselves() =>
        Gen.Select(Gen.Byte.Array[3 * 12 * 13], Gen.Byte.Array[3 * 12 * 13]).Sample((one, other) =>
        {
            Assert.Equal(1, StructuralSimilarity.Ssim(one, one, 12, 13), tolerance: 1e-9);
            Assert.Equal(StructuralSimilarity.Ssim(one, other, 12, 13), StructuralSimilarity.Ssim(other, one, 12, 13),
                tolerance: 1e-9);
        });

    [Fact]
    public void Ssim_NegativePicture_IsNegative()
    {
        var one = Grey(16, 12, (x, y) => (x + y) % 2 * 255);

        Assert.True(StructuralSimilarity.Ssim(one, [.. one.Select(value => (byte)(255 - value))], 16, 12) < 0);
    }

    [Fact]
    public void Ssim_SmallerThanTheWindow_SaysSo()
    {
        var thrown =
            Assert.Throws<ArgumentException>(() => StructuralSimilarity.Ssim(new byte[300], new byte[300], 10, 10));

        Assert.Contains("11×11", thrown.Message);
    }

    private static double PlainSsim(Func<(int X, int Y), double> one, Func<(int X, int Y), double> other)
    {
        var pixels = Enumerable.Range(0, 11 * 11).Select(i => (X: i % 11, Y: i / 11));
        var weights = pixels.ToDictionary(
            p => p, p => Math.Exp(-((p.X - 5) * (p.X - 5) + (p.Y - 5) * (p.Y - 5)) / (2 * 1.5 * 1.5)));
        double Mean(Func<(int X, int Y), double> of) => weights.Sum(p => p.Value * of(p.Key)) / weights.Values.Sum();
        var (x, y) = (Mean(one), Mean(other));
        var (xx, yy) = (Mean(p => Math.Pow(one(p) - x, 2)), Mean(p => Math.Pow(other(p) - y, 2)));
        var xy = Mean(p => (one(p) - x) * (other(p) - y));
        return (2 * x * y + 6.5025) * (2 * xy + 58.5225) / ((x * x + y * y + 6.5025) * (xx + yy + 58.5225));
    }

    private static byte[] Flat(byte value) => Grey(16, 12, (_, _) => value);

    private static byte[] Grey(int width, int height, Func<int, int, int> value) =>
        [.. from i in Enumerable.Range(
            0, width * height) from channel in Enumerable.Range(0, 3) select (byte)value(i % width, i / width)];
}
