namespace Colorist;

/// <summary>
/// Finds where shots begin: where a frame does not resemble the one before it, whatever moved and however bright it is.
/// A frame after which the shot goes on is a flash, not a cut; fading from black begins a shot as well.
/// </summary>
internal static class Shots
{
    private const int Side = 64; // of the frames that are compared, about
    private const int LongestFlash = 2; // frames
    private const float Usual = 0.8f; // resemblance of one frame to the next, until the shot has shown its own
    private const float Share = 0.5f; // of the usual resemblance: below it lies a cut
    private const float MinLimit = 0.2f;
    private const float MaxLimit = 0.4f;
    private const float Blank = 2.5f; // standard deviation of L*: less is a frame with nothing on it

    /// <summary>Marks the first frame of each shot, and flashes. Holds two frames.</summary>
    /// <param name="frames">In the order they are shown.</param>
    /// <param name="cuts">
    /// Times in steps of the film's time base, rising: shots begin with the first frames then or later, nowhere else;
    /// null to find them.
    /// </param>
    public static IEnumerable<ShotFrame> Find(IEnumerable<LumaFrame> frames, IReadOnlyList<long>? cuts = null)
    {
        var passed = 0;
        using var looks = Prefetch(frames).GetEnumerator();
        Look? reference = null;
        var usual = Usual;
        while (looks.MoveNext())
        {
            var (look, next) = looks.Current;
            var (begins, flash) = (reference is null, false);
            for (; cuts?.Count > passed && look.Frame.Time >= cuts[passed]; passed++) begins = true;
            if (!begins)
            {
                var limit = Math.Clamp(Share * usual, MinLimit, MaxLimit);
                var resemblance = Resemblance(look);
                if (resemblance >= limit) usual += (resemblance - usual) / 8;
                else if (next.Any(later => Resemblance(later) >= limit)) flash = true;
                else begins = cuts is null;

                float Resemblance(Look other) =>
                    cuts is null && other.IsBlank != reference!.IsBlank ? 0 : other.Resembles(reference!);
            }

            if (begins) usual = Usual;
            if (!flash) reference = look;
            yield return new ShotFrame(look.Frame, begins, flash);
        }
    }

    /// <summary>Each frame with those that follow it.</summary>
    private static IEnumerable<(Look Look, IReadOnlyList<Look> Next)> Prefetch(IEnumerable<LumaFrame> frames)
    {
        var held = new Queue<Look>();
        foreach (var frame in frames)
        {
            held.Enqueue(new Look(frame));
            if (held.Count > LongestFlash) yield return (held.Dequeue(), [.. held]);
        }

        while (held.TryDequeue(out var last)) yield return (last, [.. held]);
    }

    private sealed class Look
    {
        private readonly Motion motion;

        public Look(LumaFrame frame)
        {
            Frame = frame;
            var small = Shrunk(frame.Small);
            motion = new Motion(small.Width, small.Height, small.Values);
            IsBlank = motion.Spread < Blank;
        }

        public LumaFrame Frame { get; }

        public bool IsBlank { get; }

        /// <summary>0..1.</summary>
        public float Resembles(Look other) => motion.Resemblance(other.motion, motion.To(other.motion)).Average();

        private static LightnessPlane Shrunk(LightnessPlane plane)
        {
            var scale = Math.Min(1, Side / MathF.Sqrt(plane.Width * plane.Height));
            return plane.ResizeTo(Math.Max(16, (int)(plane.Width * scale)), Math.Max(16, (int)(plane.Height * scale)));
        }
    }
}
