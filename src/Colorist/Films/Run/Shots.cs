namespace Colorist;

/// <summary>
/// Finds where shots begin: where a frame does not resemble the one before it, whatever moved and however bright it is,
/// and in the middle of dissolves. A frame after which the shot goes on is a flash, not a cut; fading from black begins
/// a shot as well.
/// </summary>
internal static class Shots
{
    private const int LongestFlash = 2; // frames
    private const float Usual = 0.8f; // resemblance of one frame to the next, until the shot has shown its own
    private const float Share = 0.5f; // of the usual resemblance: below it lies a cut
    private const float MinLimit = 0.2f;
    private const float MaxLimit = 0.4f;

    /// <summary>Marks the first frame of each shot, and flashes. Holds 12 frames where it has to find them.</summary>
    /// <param name="frames">In the order they are shown.</param>
    /// <param name="cuts">
    /// Times in steps of the film's time base, rising: shots begin with the first frames then or later, nowhere else;
    /// null to find them.
    /// </param>
    public static IEnumerable<ShotFrame> Find(IEnumerable<LumaFrame> frames, IReadOnlyList<long>? cuts = null)
    {
        var passed = 0;
        using var glimpses = Prefetch(frames, cuts is null ? Dissolve.Reach : LongestFlash).GetEnumerator();
        Glimpse? reference = null;
        var (usual, shot) = (Usual, new List<Glimpse>());
        while (glimpses.MoveNext())
        {
            var (now, next) = glimpses.Current;
            var (begins, flash) = (reference is null, false);
            for (; cuts?.Count > passed && now.Frame.Time >= cuts[passed]; passed++) begins = true;
            shot.Add(now);
            if (!begins)
            {
                var limit = Math.Clamp(Share * usual, MinLimit, MaxLimit);
                var resemblance = Resemblance(now);
                if (resemblance >= limit) usual += (resemblance - usual) / 8;
                else if (next.Take(LongestFlash).Any(later => Resemblance(later) >= limit)) flash = true;
                else begins = cuts is null;
                begins |= cuts is null && !flash && Dissolve.IsMiddle(shot, next);

                float Resemblance(Glimpse other) =>
                    cuts is null && other.IsBlank != reference!.IsBlank ? 0 : other.Resembles(reference!);
            }

            if (begins) (usual, shot) = (Usual, [now]);
            if (!flash) reference = now;
            if (shot.Count > Dissolve.FramesKept) shot.RemoveAt(0);
            yield return new ShotFrame(now.Frame, begins, flash);
        }
    }

    /// <summary>Each frame with those that follow it.</summary>
    private static IEnumerable<(Glimpse Glimpse, IReadOnlyList<Glimpse> Next)> Prefetch(
        IEnumerable<LumaFrame> frames, int count)
    {
        var held = new Queue<Glimpse>();
        foreach (var frame in frames)
        {
            held.Enqueue(new Glimpse(frame));
            if (held.Count > count) yield return (held.Dequeue(), [.. held]);
        }

        while (held.TryDequeue(out var last)) yield return (last, [.. held]);
    }
}
