namespace Colorist.Tests;

public sealed class PaintTrackTests
{
    private const int Width = SmallFrames.Width;
    private const int Height = SmallFrames.Height;

    [Fact]
    public void Next_ThingsThatMove_TakeTheirPaintAlong()
    {
        var track = new PaintTrack();
        Assert.Null(track.Next(SmallFrames.Motion(0, 0), strokes: null));
        Assert.Equal(1, track.Next(SmallFrames.Motion(0, 0), Square(30, 20))!.Opacity[At(35, 25)]);
        Paint? paint = null;
        for (var i = 1; i <= 12; i++) paint = track.Next(SmallFrames.Motion(2.5f * i, 1.25f * i), strokes: null);
        Assert.All(Inside(60, 35), place => Assert.Equal((1, 50), (paint!.Opacity[place], paint.A[place]), Near));
        Assert.All(Inside(30, 20), place => Assert.Equal((0, 0), (paint!.Opacity[place], paint.A[place]), Near));
    }

    [Fact]
    public void Next_SomethingElse_GetsNoPaintAndAfterItThePaintIsThereAgain()
    {
        var track = new PaintTrack();
        track.Next(SmallFrames.Motion(0, 0), Square(30, 20));
        var other = track.Next(SmallFrames.Motion(0, 0, seed: 2), strokes: null);
        Assert.True(Inside(30, 20).Average(place => other!.Opacity[place]) < 0.5, "paint on something else");
        var again = track.Next(SmallFrames.Motion(1, 0), strokes: null);
        Assert.All(Inside(31, 20), place => Assert.Equal((1, 50), (again!.Opacity[place], again.A[place]), Near));
    }

    [Fact]
    public void Next_OtherStrokes_LieOverThePaint()
    {
        var track = new PaintTrack();
        track.Next(SmallFrames.Motion(0, 0), Square(30, 20));
        var paint = track.Next(SmallFrames.Motion(2, 0), Square(60, 20, a: -30))!;
        Assert.All(Inside(32, 20), place => Assert.Equal((1, 50), (paint.Opacity[place], paint.A[place]), Near));
        Assert.All(Inside(60, 20), place => Assert.Equal((1, -30), (paint.Opacity[place], paint.A[place]), Near));
    }

    /// <remarks>
    /// Paint that is carried on from where little looked alike any more: with the painted frame alone it would be lost
    /// on the way.
    /// </remarks>
    [Fact]
    public void Next_PictureThatBecomesAnother_KeepsItsPaintOnTheWay()
    {
        const int Frames = 30;
        var track = new PaintTrack();
        track.Next(SmallFrames.Motion(0, 0), Square(30, 20));
        Paint? paint = null;
        for (var i = 1; i <= Frames; i++) paint = track.Next(Blend((float)i / Frames, _ => true), strokes: null);
        Assert.True(Inside(30, 20).Average(place => paint!.Opacity[place]) > 0.5,
            $"{Inside(30, 20).Average(place => paint!.Opacity[place])} of the paint");
    }

    /// <remarks>
    /// As long as enough looks alike, places go on looking in the painted frame, and find there what was hidden
    /// meanwhile.
    /// </remarks>
    [Fact]
    public void Next_ThingHiddenForAWhile_HasItsPaintAgainBehindIt()
    {
        var track = new PaintTrack();
        track.Next(SmallFrames.Motion(0, 0), Square(16, 20).Over(Square(36, 20)).Over(Square(72, 44, a: -30)));
        for (var i = 1; i <= 4; i++)
            track.Next(Blend(1, place => place % Width >= 60 && place / Width >= 36), strokes: null);
        var again = track.Next(SmallFrames.Motion(0, 0), strokes: null);
        Assert.All(Inside(72, 44), place => Assert.Equal((1, -30), (again!.Opacity[place], again.A[place]), Near));
    }

    /// <summary>So much of another pattern in some places.</summary>
    private static Motion Blend(float share, Func<int, bool> where)
    {
        var (one, other) = (SmallFrames.Lightness(0, 0), SmallFrames.Lightness(0, 0, seed: 2));
        return new Motion(
            Width, Height, [.. one.Select((value, i) => where(i) ? value + share * (other[i] - value) : value)]);
    }

    private static bool Near((float Opacity, float A) expected, (float Opacity, float A) found) =>
        Math.Abs(expected.Opacity - found.Opacity) < 0.1 && Math.Abs(expected.A - found.A) < 5;

    private static int At(int x, int y) => y * Width + x;

    private static Paint Square(int left, int top, float a = 50)
    {
        var paint = Paint.None(Width * Height);
        foreach (var y in Enumerable.Range(top, 12))
            foreach (var x in Enumerable.Range(left, 12)) (paint.A[At(x, y)], paint.Opacity[At(x, y)]) = (a, 1);
        return paint;
    }

    /// <summary>Places well inside a square.</summary>
    private static IEnumerable<int> Inside(int left, int top) =>
        Enumerable.Range(top + 4, 4).SelectMany(y => Enumerable.Range(left + 4, 4).Select(x => At(x, y)));
}
