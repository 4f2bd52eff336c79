namespace Colorist.Tests;

public sealed class MotionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, -2)]
    [InlineData(0.5f, 1.25f)]
    [InlineData(-9, 5)]
    public void To_ShiftedPicture_FindsTheShift(float x, float y)
    {
        var field = SmallFrames.Motion(0, 0).To(SmallFrames.Motion(x, y));
        Assert.Equal(x, Inner(field.X).Average(), 0.05f);
        Assert.Equal(y, Inner(field.Y).Average(), 0.05f);
        Assert.True(Inner(field.X).Count(value => MathF.Abs(value - x) > 0.5f) < 0.02 * field.X.Length);
    }

    [Fact]
    public void To_DarkerFrame_FindsNoMotionAndTheSameThings()
    {
        var (bright, dark) = (SmallFrames.Motion(0, 0), SmallFrames.Motion(0, 0, gain: 0.9f, offset: -5));
        var field = bright.To(dark);
        Assert.True(Inner(field.X).Concat(Inner(field.Y)).Average(MathF.Abs) < 0.25f);
        Assert.True(bright.Resemblance(dark, field).Average() > 0.95f);
    }

    [Fact]
    public void Resemblance_OfAnotherPicture_IsLow()
    {
        var (one, other) = (SmallFrames.Motion(0, 0), SmallFrames.Motion(0, 0, seed: 2));
        Assert.True(one.Resemblance(other, one.To(other)).Average() < 0.4f);
    }

    [Fact]
    public void Fetch_AlongTheMotion_BringsThingsToTheirPlaces()
    {
        var (one, other) = (SmallFrames.Motion(0, 0), SmallFrames.Motion(4, 2));
        var fetched = one.To(other).Fetch(other.Lightness);
        Assert.True(Inner(fetched).Zip(Inner(one.Lightness), (a, b) => MathF.Abs(a - b)).Average() < 1);
    }

    /// <summary>Without a rim of 16, where things enter and leave.</summary>
    private static IEnumerable<float> Inner(float[] values) => values
        .Where((_, i) => i % SmallFrames.Width is >= 16 and < SmallFrames.Width - 16
            && i / SmallFrames.Width is >= 16 and < SmallFrames.Height - 16);
}
