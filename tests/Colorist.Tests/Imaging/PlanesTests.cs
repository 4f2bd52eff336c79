using CsCheck;

namespace Colorist.Tests;

public sealed class PlanesTests
{
    [Fact]
    public void ResizeTo_AnySize_HasThatSizeAndStaysInRange() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[1, 40], Gen.Int[1, 40])
            .Sample((width, height, newWidth, newHeight) =>
        {
            var values = Enumerable.Range(0, width * height).Select(i => i * 37 % 101f).ToArray();
            var plane = new LightnessPlane(width, height, values).ResizeTo(newWidth, newHeight);
            Assert.Equal((newWidth, newHeight, newWidth * newHeight), (plane.Width, plane.Height, plane.Values.Length));
            Assert.All(plane.Values, value => Assert.InRange(value, 0, 100));
        });

    [Fact]
    public void ResizeTo_Smaller_KeepsTheMean() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9]).Sample((newWidth, newHeight) =>
        {
            var values = Enumerable.Range(0, 99).Select(i => i * 37 % 101f).ToArray();
            var small = new LightnessPlane(11, 9, values).ResizeTo(newWidth, newHeight);
            Assert.Equal(values.Average(), small.Values.Average(), 1e-3f);
        });

    [Fact]
    public void ResizeTo_HalfTheSize_AveragesFours()
    {
        var plane = new LightnessPlane(4, 2, [0, 10, 20, 30, 40, 50, 60, 70]);
        Assert.Equal([25, 45], plane.ResizeTo(2, 1).Values);
    }

    [Theory]
    [InlineData(64, 1)]
    [InlineData(24, 1)]
    [InlineData(4, 1)]
    public void ResizeTo_Ramp_StaysWhereItWas(int newWidth, int newHeight)
    {
        // L* is 5 times the distance from the left edge
        float[] ramp = [.. Enumerable.Range(0, 16).Select(x => 5 * (x + 0.5f))];
        var values = new LightnessPlane(16, 1, ramp).ResizeTo(newWidth, newHeight).Values;
        for (var x = newWidth / 8; x < newWidth - newWidth / 8; x++)
            Assert.Equal(80 * (x + 0.5f) / newWidth, values[x], 0.5f);
    }

    [Fact]
    public void ResizeTo_SameSize_IsThisPlane()
    {
        var plane = new LightnessPlane(2, 1, [1, 2]);
        Assert.Same(plane, plane.ResizeTo(2, 1));
    }

    [Fact]
    public void ResizeTo_NoColumns_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LightnessPlane(2, 1, [1, 2]).ResizeTo(0, 1));

    [Fact]
    public void Constructor_WrongNumberOfValues_SaysBothNumbers() =>
        Assert.Contains("expected 2×3 values, found 5",
            Assert.Throws<ArgumentException>(() => new LightnessPlane(2, 3, new float[5])).Message);
}
