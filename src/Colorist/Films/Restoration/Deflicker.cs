namespace Colorist;

/// <summary>
/// Makes brightness that pumps even, within shots. Quantiles of a frame's luma are moved to where those of the frames
/// around it lie: to the mean of the half of them that is nearest their median, so that a lamp that is switched on
/// stays a step. Flashes stay as they are, and count for nothing.
/// </summary>
/// <param name="signal">How luma is coded.</param>
internal sealed class Deflicker(VideoSignal signal)
{
    /// <summary>Frames before and behind one that count.</summary>
    public const int Reach = 8;

    private const int MinReach = 3; // on one side, where the shot ends on the other: farther ones would drag a fade

    private readonly List<int[]> before = []; // quantiles of the frames of the shot, as they were
    private readonly List<(ShotFrame Frame, int[] Quantiles)> held = [];

    /// <summary>Makes frames even; holds <see cref="Reach"/> of them.</summary>
    /// <param name="frames">In the order they are shown; their luma is changed.</param>
    public IEnumerable<ShotFrame> Even(IEnumerable<ShotFrame> frames)
    {
        foreach (var frame in frames)
        {
            if (frame.BeginsShot)
            {
                while (held.Count > 0) yield return Next();
                before.Clear();
            }

            held.Add((frame, LumaCurve.Quantiles(frame.Frame.Luma, signal)));
            if (held.Count > Reach) yield return Next();
        }

        while (held.Count > 0) yield return Next();
    }

    private ShotFrame Next()
    {
        var (frame, own) = held[0];
        held.RemoveAt(0);
        if (frame.IsFlash) return frame;
        var behind = held.Where(other => !other.Frame.IsFlash).Select(other => other.Quantiles).ToList();
        var around = before.TakeLast(Math.Max(MinReach, behind.Count))
            .Concat(behind.Take(Math.Max(MinReach, before.Count))).Append(own).ToList();
        LumaCurve.Move(frame.Frame.Luma, signal, own,
            [.. own.Select((_, i) => Middle([.. around.Select(quantiles => quantiles[i]).Order()]))]);
        before.Add(own);
        if (before.Count > Reach) before.RemoveAt(0);
        return frame;
    }

    private static double Middle(int[] sorted)
    {
        var median = sorted[sorted.Length / 2];
        return sorted.OrderBy(value => Math.Abs(value - median)).Take((sorted.Length + 1) / 2).Average();
    }
}
