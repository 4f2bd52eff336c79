namespace Colorist;

/// <summary>
/// Looks ahead in shots that have hinted frames, so that their paint holds from the shot's first frame on. It reads the
/// film a second time, up to the last hinted frame of such a shot, and keeps a small copy of every frame that the
/// network will see there.
/// </summary>
/// <param name="hinted">Times of the hinted frames, in steps of the film's time base.</param>
/// <param name="reach">
/// In such steps: hints hold for so long before their frame at most, which bounds what is kept.
/// </param>
/// <param name="shape">Of the network that colours the film.</param>
/// <param name="framesFrom">Reads the film again from a frame on, small and without luma.</param>
/// <param name="cuts">Where shots begin, in such steps; null to find them.</param>
/// <param name="strokesOn">
/// What is painted on a frame itself, at half the render size; null, the default, for its still and hints.
/// </param>
internal sealed class HintScout(IReadOnlyCollection<long> hinted, long reach, NetworkShape shape,
    Func<LumaFrame, IEnumerable<LumaFrame>> framesFrom, IReadOnlyList<long>? cuts = null,
    Func<LumaFrame, Paint?>? strokesOn = null)
    : IDisposable
{
    private readonly Func<LumaFrame, Paint?> strokesOn = strokesOn ?? ShotPaint.StrokesOn;
    private ShotReader? reader; // of what comes, at the beginning of a shot

    /// <summary>What hints paint on a shot.</summary>
    /// <param name="first">Its first frame; shots come in their order.</param>
    /// <param name="keyStep">Frames from one that the network sees to the next.</param>
    /// <returns>Null if no hint comes any more.</returns>
    public ShotPaint? Paint(LumaFrame first, int keyStep)
    {
        if (hinted.All(time => time < first.Time)) return null;
        return new ShotPaint(Back(LookAhead(first, keyStep)), strokesOn);
    }

    public void Dispose()
    {
        reader?.Dispose();
        reader = null;
    }

    /// <summary>The frames that the network will see, up to the last hinted one.</summary>
    private List<SeenAhead> LookAhead(LumaFrame first, int keyStep)
    {
        var seen = new List<SeenAhead>();
        var until = hinted.Where(time => time >= first.Time && time - first.Time <= reach).DefaultIfEmpty(long.MinValue)
            .Max();
        if (until >= first.Time)
        {
            reader ??= new ShotReader(Shots.Find(framesFrom(first), cuts));
            reader.NextShot();
            for (var group = reader.Take(1); group.Count > 0; group = reader.Take(keyStep))
            {
                seen.Add(new SeenAhead(group[^1], shape, strokesOn(group[^1])));
                if (group[^1].Time >= until) break;
            }
        }

        if (seen.Count == 0 || seen[^1].Time >= until) Dispose(); // otherwise it stands at the next shot
        return [.. seen.Take(1 + seen.FindLastIndex(look => look.Strokes is not null))];
    }

    /// <summary>Follows the paint back to the first frame.</summary>
    private static Dictionary<long, PaintAhead> Back(List<SeenAhead> seen)
    {
        var (track, ahead, until) = (new PaintTrack(), new Dictionary<long, PaintAhead>(), 0L);
        for (; seen.Count > 0; seen.RemoveAt(seen.Count - 1))
        {
            var look = seen[^1];
            var paint = track.Next(look.Motion, look.Strokes);
            if (ahead.Count > 0 || look.Strokes is null) ahead[look.Time] = new PaintAhead(paint!, until);
            if (look.Strokes is not null) until = look.Time;
        }

        return ahead;
    }
}
