namespace Colorist.Tests;

public sealed class ShotsTests
{
    [Fact]
    public void Find_CutBetweenMovingPictures_IsFoundWhereItIs()
    {
        var frames = Enumerable.Range(0, 40)
            .Select(i => SmallFrames.Lightness(i % 20 * 2, i % 20, seed: i < 20 ? 1 : 2));
        Assert.Equal([0L, 20], Cuts(frames));
    }

    [Fact]
    public void Find_FlickerFlashAndFade_CutNothing()
    {
        var random = new Random(7);
        var frames = Enumerable.Range(0, 60).Select(i => i is 20 or 41 or 42
            ? SmallFrames.Lightness(0, 0, seed: 3, gain: 0.2f, offset: 80)
            : SmallFrames.Lightness(i * 0.3f, 0, gain: 0.7f + 0.3f * random.NextSingle()));
        Assert.Equal([0L], Cuts(frames));
        Assert.Equal(
            [20L, 41, 42], Shots.Find(Frames(frames)).Where(shot => shot.IsFlash).Select(shot => shot.Frame.Index));
    }

    [Theory]
    [InlineData(100)] // white all over
    [InlineData(0)] // black all over
    public void Find_FrameWithNothingOnIt_IsAFlashWhereTheShotGoesOn(float level)
    {
        var frames = Enumerable.Range(0, 40)
            .Select(i => SmallFrames.Lightness(i * 0.3f, 0, gain: i is 20 ? 0 : 1, offset: i is 20 ? level : 0));
        Assert.Equal([0L], Cuts(frames));
        Assert.Equal([20L], Shots.Find(Frames(frames)).Where(shot => shot.IsFlash).Select(shot => shot.Frame.Index));
    }

    [Fact]
    public void Find_FlashAsTheLastFrame_IsAShotOfItsOwn()
    {
        var frames = Enumerable.Range(0, 20)
            .Select(i => SmallFrames.Lightness(i * 0.3f, 0, gain: i is 19 ? 0 : 1, offset: i is 19 ? 100 : 0));
        Assert.Equal([0L, 19], Cuts(frames)); // nothing says that the shot would have gone on
    }

    [Fact]
    public void Find_FadeThroughBlack_BeginsAShotBehindIt()
    {
        var frames = Enumerable.Range(0, 60)
            .Select(
                i => SmallFrames.Lightness(0, 0, seed: i < 30
                    ? 1
                    : 2, gain: Math.Clamp(MathF.Abs(i - 30) / 15f - 0.2f, 0, 1)));
        var cuts = Cuts(frames);
        Assert.Equal(3, cuts.Length); // the picture, black, the next picture
        Assert.InRange(cuts[1], 22, 30);
        Assert.InRange(cuts[2], 31, 38);
    }

    private static long[] Cuts(IEnumerable<float[]> frames) =>
        [.. Shots.Find(Frames(frames)).Where(shot => shot.BeginsShot).Select(shot => shot.Frame.Index)];

    private static IEnumerable<LumaFrame> Frames(IEnumerable<float[]> frames) =>
        frames.Select((lightness, i) => SmallFrames.Frame(i, lightness));
}
