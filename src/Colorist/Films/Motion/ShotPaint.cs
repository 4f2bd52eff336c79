namespace Colorist;

/// <summary>
/// The paint of one shot: of hinted frames that came, followed on the way, and of those to come, found ahead.
/// </summary>
/// <param name="ahead">By the times of the frames.</param>
/// <param name="strokesOn">What is painted on a frame itself, at half the render size; null for nothing.</param>
internal sealed class ShotPaint(IReadOnlyDictionary<long, PaintAhead> ahead, Func<LumaFrame, Paint?> strokesOn)
{
    private readonly PaintTrack track = new();
    private long since; // time of the hinted frame that was last

    /// <summary>The paint of a frame that the network sees; they come in their order.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="motion">Of its lightness at half the render size.</param>
    /// <returns>At that size; null for none.</returns>
    public Paint? Next(LumaFrame frame, Motion motion)
    {
        var strokes = strokesOn(frame);
        var earlier = track.Next(motion, strokes);
        if (strokes is not null) since = frame.Time;
        if (!ahead.TryGetValue(frame.Time, out var later)) return earlier;
        var share = (float)(frame.Time - since) / (later.Until - since);
        return earlier is null ? later.Paint : earlier.With(later.Paint, share);
    }

    /// <summary>What a frame's own still and hints paint on it, at half the render size; null without them.</summary>
    public static Paint? StrokesOn(LumaFrame frame)
    {
        if (frame.Hints is null) return frame.Still;
        var (width, height) = (frame.Small.Width, frame.Small.Height);
        return Paint.FromHints(frame.Small, frame.Hints).Resized((width, height), (width / 2, height / 2))
            .Over(frame.Still);
    }
}
