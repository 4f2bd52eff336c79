using System.Numerics;

namespace Colorist;

/// <summary>
/// Colours a small picture with the colours of alike places of a reference, as far as there are any (the family of
/// Gupta and others, Image colorization using similar images, 2012: matched regions give colours, which spread over
/// alike neighbours).
/// </summary>
internal static class ReferencedChroma
{
    private const int Matches = 6; // squares of the reference that vote for a colour
    private const float Doubt = 10; // C*ab: where the matches lie so far apart, half of the trust is gone

    /// <param name="lightness">The small picture.</param>
    /// <param name="seen">The network's colours, as large as the small picture: what to match by.</param>
    /// <param name="prior">The colours for where no place is alike, as large as the small picture.</param>
    /// <param name="reference">The picture in colour.</param>
    /// <returns>As large as the small picture.</returns>
    public static ChromaPlanes Find(
        LightnessPlane lightness, ChromaPlanes seen, ChromaPlanes prior, Reference reference)
    {
        var regions = ReferenceRegion.Cut(lightness, seen, prior);
        var matched = new (Vector2 Chroma, float Trust)[regions.Length];
        Parallel.For(0, regions.Length, i => matched[i] = Match(regions[i], reference.Regions));
        int width = lightness.Width, side =
            ReferenceRegion.SideFor(width, lightness.Height), columns = (width + side - 1) / side;
        int rows = (lightness.Height + side - 1) / side;
        float[] a = new float[lightness.Values.Length], b = new float[a.Length], mass = new float[a.Length];
        for (var i = 0; i < a.Length; i++)
        {
            var (chroma, trust) = matched[i / width * rows / lightness.Height * columns + i % width * columns / width];
            a[i] = prior.A[i] + trust * (chroma.X - prior.A[i]);
            b[i] = prior.B[i] + trust * (chroma.Y - prior.B[i]);
            mass[i] = ColorSpread.FieldMass;
        }

        return ColorSpread.Solve(lightness, new ChromaPlanes(width, lightness.Height, a, b), mass);
    }

    private static (Vector2 Chroma, float Trust) Match(in ReferenceRegion region, ReferenceRegion[] reference)
    {
        Span<(float Distance, Vector2 Chroma)> best = stackalloc (float, Vector2)[Matches];
        best.Fill((float.PositiveInfinity, Vector2.Zero));
        foreach (ref readonly var other in reference.AsSpan())
        {
            var distance = region.DistanceTo(other);
            if (distance >= best[^1].Distance) continue;
            var place = Matches - 1;
            for (; place > 0 && best[place - 1].Distance > distance; place--) best[place] = best[place - 1];
            best[place] = (distance, other.Chroma);
        }

        float weights = 0, squares = 0;
        var sum = Vector2.Zero;
        foreach (var (distance, chroma) in best)
        {
            var weight = MathF.Exp(best[0].Distance - distance);
            (weights, squares, sum) =
                (weights + weight, squares + weight * chroma.LengthSquared(), sum + weight * chroma);
        }

        var mean = sum / weights;
        var variance = MathF.Max(0, squares / weights - mean.LengthSquared());
        return (mean, MathF.Exp(-best[0].Distance / 2) / (1 + variance / (Doubt * Doubt)));
    }
}
