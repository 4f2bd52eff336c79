namespace Colorist;

/// <summary>
/// Colours frames so that their colours stay. The network sees every few frames; along the motion each colour becomes
/// the mean of what the network said of the same thing before, and the frames between take theirs from both sides. A
/// shot has one scene, the mean of several of its frames', so that its palette cannot drift.
/// </summary>
/// <param name="colorizer">The model.</param>
/// <param name="look">Which colours are wanted; null for the film's own.</param>
/// <param name="shared">The scenes that shots share; null for each its own.</param>
internal sealed class SteadyColors(Colorizer colorizer, Look? look = null, SharedScenes? shared = null)
{
    internal const int UsualKeyStep = 4;
    internal const float UsualMaxAge = 12;

    private const float Nothing = 1e-3f; // a share for colours that nothing speaks for

    /// <summary>Frames from one that the network sees to the next.</summary>
    public int KeyStep { get; init; } = UsualKeyStep;

    /// <summary>
    /// Looks of the network that a colour rests on at most: more are steadier, fewer follow a change of light sooner.
    /// </summary>
    public float MaxAge { get; init; } = UsualMaxAge;

    /// <summary>Colours frames; of each shot as many are held as its beginning may need.</summary>
    /// <param name="frames">In the order they are shown.</param>
    /// <param name="hints">Looks ahead for hints; null for none.</param>
    /// <param name="masks">Looks ahead for masks; null for none, and the look is for all of the film.</param>
    public IEnumerable<ColoredFrame> Color(
        IEnumerable<ShotFrame> frames, HintScout? hints = null, HintScout? masks = null)
    {
        using var source = new ShotReader(frames);
        while (source.NextShot())
        {
            var beginning = source.Peek(ShotScene.Frames);
            var scene = shared?.At(beginning[0].Time) ?? ShotScene.Find(colorizer, beginning);
            var start = beginning[0].Index;
            var shot = new Shot(
                new ShotColors(colorizer, look, scene, beginning[0].Small),
                hints?.Paint(beginning[0], KeyStep), masks is not null, masks?.Paint(beginning[0], KeyStep));
            var key = Look(source.Take(1)[0], shot, null, out var first);
            yield return first with { ShotStart = start };
            for (var group = source.Take(KeyStep); group.Count > 0; group = source.Take(KeyStep))
            {
                var next = Look(group[^1], shot, key, out var last);
                for (var i = 0; i < group.Count - 1; i++)
                    yield return Between(group[i], key, next, (i + 1f) / group.Count) with { ShotStart = start };
                yield return last with { ShotStart = start };
                key = next;
            }
        }
    }

    private KeyFrame Look(LumaFrame frame, Shot shot, KeyFrame? before, out ColoredFrame colored)
    {
        var (half, motion) = Prepare(frame);
        var shares = shot.Shares(frame, motion);
        var predicted = shot.Colors.Find(frame.Small, shares); // 2×h/2×w/2
        if (shot.Paint?.Next(frame, motion) is { } painted) predicted = painted.On(predicted);
        var key = before is null
            ? new KeyFrame(motion, predicted.A, predicted.B, Filled(predicted.A.Length, 1), shares)
            : Blend(motion, predicted, shares, before);
        colored = new ColoredFrame(frame, new ChromaPlanes(half.Width, half.Height, key.A, key.B), half, 0, shares);
        return key;
    }

    private KeyFrame Blend(Motion motion, ChromaPlanes predicted, float[]? shares, KeyFrame before)
    {
        var (a, b, age, _, trust) = Carry(motion, before);
        for (var i = 0; i < a.Length; i++)
        {
            var trusted = trust[i] * age[i];
            var share = 1 / (trusted + 1);
            a[i] += share * (predicted.A[i] - a[i]);
            b[i] += share * (predicted.B[i] - b[i]);
            age[i] = Math.Min(trusted + 1, MaxAge);
        }

        return new KeyFrame(motion, a, b, age, shares);
    }

    /// <summary>
    /// A frame between two that the network saw: nearer ones and those that it resembles more count more.
    /// </summary>
    private ColoredFrame Between(LumaFrame frame, KeyFrame before, KeyFrame after, float place)
    {
        var (half, motion) = Prepare(frame);
        var (a, b, _, shares, trust) = Carry(motion, before);
        var (laterA, laterB, _, laterShares, laterTrust) = Carry(motion, after);
        for (var i = 0; i < a.Length; i++)
        {
            float weight = (1 - place) * (trust[i] + Nothing), laterWeight = place * (laterTrust[i] + Nothing);
            var share = laterWeight / (weight + laterWeight);
            a[i] += share * (laterA[i] - a[i]);
            b[i] += share * (laterB[i] - b[i]);
            if (shares is not null) shares[i] += share * (laterShares![i] - shares[i]);
        }

        return new ColoredFrame(frame, new ChromaPlanes(half.Width, half.Height, a, b), half, 0, shares);
    }

    private static (float[] A, float[] B, float[] Age, float[]? Shares, float[] Trust) Carry(
        Motion motion, KeyFrame key)
    {
        var field = motion.To(key.Motion);
        return (field.Fetch(key.A), field.Fetch(key.B), field.Fetch(key.Age),
            key.Shares is { } shares ? field.Fetch(shares) : null, motion.Resemblance(key.Motion, field));
    }

    private (LightnessPlane Half, Motion Motion) Prepare(LumaFrame frame)
    {
        var half = frame.AtChromaSize(colorizer.Card.Shape);
        return (half, new Motion(half.Width, half.Height, half.Values));
    }

    private static float[] Filled(int length, float value)
    {
        var values = new float[length];
        Array.Fill(values, value);
        return values;
    }

    /// <summary>What the frames of a shot get their colours from.</summary>
    private sealed record Shot(ShotColors Colors, ShotPaint? Paint, bool IsMasked, ShotPaint? Mask)
    {
        /// <summary>
        /// How much each place is of the part that the look is for; null for wholly. A shot without a mask, in a film
        /// that has some, has no such part.
        /// </summary>
        public float[]? Shares(LumaFrame frame, Motion motion) => !IsMasked ? null
            : Mask?.Next(frame, motion) is { } paint ? MaskPaint.Shares(paint) : new float[motion.Lightness.Length];
    }
}
