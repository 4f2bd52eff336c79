namespace Colorist.Tests;

public sealed class PaintTests
{
    private const int Side = 32;

    [Fact]
    public void On_PaintOfHints_IsAboutWhatHintsMakeOfThoseColors()
    {
        var lightness = new LightnessPlane(
            Side, Side, [.. Enumerable.Range(0, Side * Side).Select(i => i % Side < Side / 2 ? 40f : 70f)]);
        var hints = Hints.FromPoints(Side, Side, [(5, 5, 200, 40, 40), (6, 20, 200, 40, 40)]);
        var own = new ChromaPlanes(Side, Side, new float[Side * Side], [.. Enumerable.Repeat(-20f, Side * Side)]);
        var (painted, hinted) = (Paint.FromHints(lightness, hints).On(own), HintedChroma.Find(lightness, hints, own));
        Assert.All(painted.A.Zip(hinted.A), pair => Assert.Equal(pair.Second, pair.First, 0.5f));
        Assert.All(painted.B.Zip(hinted.B), pair => Assert.Equal(pair.Second, pair.First, 0.5f));
    }

    [Fact]
    public void Over_HalfOpaquePaint_LetsThatBelowThrough()
    {
        var paint = new Paint([10], [0], [0.5f]).Over(new Paint([-40], [8], [1]));
        Assert.Equal((10 - 20, 4, 1), (paint.A[0], paint.B[0], paint.Opacity[0]));
    }

    [Theory]
    [InlineData(0f, 40)]
    [InlineData(0.25f, 20)]
    [InlineData(1f, -40)]
    public void With_PaintOfBothSides_IsMixedByShares(float share, float a)
    {
        var paint = new Paint([40], [0], [1]).With(new Paint([-40], [0], [1]), share);
        Assert.Equal(1, paint.Opacity[0], 0.001f);
        Assert.Equal(a, paint.A[0], 0.1f);
    }

    [Fact]
    public void With_PaintOfOneSideAlone_IsThatPaint()
    {
        var paint = new Paint([0], [0], [0]).With(new Paint([30], [0], [1]), share: 0);
        Assert.Equal((30, 1), (paint.A[0], paint.Opacity[0]));
    }
}
