namespace Colorist.Evaluation.Tests;

public sealed class RgbScalingTests
{
    [Fact]
    public void To_FlatPicture_StaysFlat()
    {
        var flat =
            new RgbPicture(7, 5, [.. Enumerable.Repeat(new byte[] { 10, 200, 255 }, 35).SelectMany(pixel => pixel)]);

        foreach (var (width, height) in new[] { (3, 2), (20, 11), (7, 1) })
        {
            var scaled = RgbScaling.To(flat, width, height);
            Assert.Equal((width, height), (scaled.Width, scaled.Height));
            Assert.All(scaled.Pixels.Chunk(3), pixel => Assert.Equal([10, 200, 255], pixel));
        }
    }

    [Fact]
    // centres of the new pixels lie at −0.25, 0.25, 0.75 and 1.25 of the old ones
    public void To_TwiceTheSize_IsBilinear()
    {
        var scaled = RgbScaling.To(new RgbPicture(2, 1, [0, 40, 100, 100, 80, 0]), 4, 1);

        Assert.Equal([0, 40, 100, 25, 50, 75, 75, 70, 25, 100, 80, 0], scaled.Pixels);
    }

    [Fact]
    public void To_HalfTheSize_WeighsTheTriangle() // weights 3, 3, 1 over 7 at the edge; 1, 3, 3, 1 over 8 inside
    {
        byte[] rows = [0, 70, 0, 0, 80, 0, 0, 0];

        var scaled =
            RgbScaling.To(new RgbPicture(1, 8, [.. rows.SelectMany(value => new[] { value, value, value })]), 1, 4);

        Assert.Equal([30, 19, 30, 0], scaled.Pixels.Chunk(3).Select(pixel => (int)pixel[0]));
    }

    [Theory]
    [InlineData(40, 20, 40, 20)]
    [InlineData(80, 20, 40, 10)]
    [InlineData(3, 400, 1, 40)]
    public void Within_LongerSide_KeepsTheAspect(int width, int height, int newWidth, int newHeight)
    {
        var reduced = RgbScaling.Within(new RgbPicture(width, height, new byte[width * height * 3]), 40);

        Assert.Equal((newWidth, newHeight), (reduced.Width, reduced.Height));
    }
}
