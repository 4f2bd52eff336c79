namespace Colorist;

/// <summary>
/// Follows paint from a hinted frame to those behind it, or to those before it, one after the other. Every place of a
/// frame looks for itself in the painted frame: where the motion from frame to frame leads, and then around there, so
/// that nothing drifts. Places that look alike take its paint, or its being without paint; the others ask those near
/// them in their own frame, as places without a stroke do. Once little looks alike any more, the frame with the paint
/// it got takes the place of the painted one.
/// </summary>
internal sealed class PaintTrack
{
    private const float MinResemblance = 0.5f;
    private const float MinFound = 0.35f; // of the paint: less is a flash, or a cut that nobody noticed
    private const float Enough = 0.6f; // of the paint that is found
    private const float Reach = 0.4f; // of a stroke's: what is new in a shot may be something else

    private (Motion Frame, Paint Paint)? painted;
    private Motion? last;
    private MotionField? toPainted; // from the last frame; null where that is the painted one

    /// <summary>The paint of the next frame.</summary>
    /// <param name="frame">At half the render size.</param>
    /// <param name="strokes">What its own hints paint; null without hints.</param>
    /// <returns>At half the render size; null before the first hinted frame.</returns>
    public Paint? Next(Motion frame, Paint? strokes)
    {
        var followed = painted is null ? null : Follow(frame, painted.Value.Frame, painted.Value.Paint);
        if (strokes is not null) Begin(frame, strokes.Over(followed));
        return strokes is null ? followed : painted!.Value.Paint;
    }

    private void Begin(Motion frame, Paint paint) => (painted, last, toPainted) = ((frame, paint), frame, null);

    private Paint Follow(Motion next, Motion frame, Paint paint)
    {
        var step = next.To(last!);
        var field = next.To(frame, toPainted is null ? step : step.Then(toPainted));
        var resemblance = next.Resemblance(frame, field);
        var places = Enumerable.Range(0, resemblance.Length).Where(i => resemblance[i] >= MinResemblance).ToList();
        if (places.Count == 0) return Paint.None(resemblance.Length);
        var found = new Paint(field.Fetch(paint.A), field.Fetch(paint.B), field.Fetch(paint.Opacity));
        var spread = found.Spread(new LightnessPlane(field.Width, field.Height, next.Lightness), places, Reach);
        var (kept, all) = (places.Sum(i => found.Opacity[i]), found.Opacity.Sum());
        if (kept < MinFound * all) return spread; // the next frame is followed from where this one was
        (last, toPainted) = (next, field);
        if (kept < Enough * all) Begin(next, spread);
        return spread;
    }
}
