namespace Colorist;

/// <summary>The paint that a frame gets from a hinted frame behind it, waiting until the frame's turn comes.</summary>
/// <param name="paint">At half the render size.</param>
/// <param name="until">When the hinted frame is shown, in steps of the film's time base.</param>
internal sealed class PaintAhead(Paint paint, long until)
{
    private readonly CompactPlane a = new(paint.A);
    private readonly CompactPlane b = new(paint.B);
    private readonly CompactPlane opacity = new(paint.Opacity);

    public long Until => until;

    public Paint Paint => new(a.Values, b.Values, opacity.Values);
}
