namespace Colorist;

/// <summary>
/// How far each point is from the nearest stroke, on paths that avoid steps of lightness (the distance of Yatziv and
/// Sapiro, Fast image and video colorization using chrominance blending, 2006), and which stroke that is.
/// </summary>
internal sealed class StrokeReach
{
    private const float SharpStep = 20; // L*: one such step is as far as the strokes reach
    // of the longer side: as far as the strokes reach where the lightness stays the same
    private const float Reach = 0.8f;
    private const int MaxSweeps = 12;

    private readonly LightnessPlane lightness;
    private readonly float[] distance;
    private readonly int[] nearest;

    private StrokeReach(LightnessPlane lightness) => (this.lightness, distance, nearest) =
        (lightness, new float[lightness.Values.Length], new int[lightness.Values.Length]);

    /// <summary>Distance of each point, 0 on the strokes themselves, 1 where their reach ends; height×width.</summary>
    public ReadOnlySpan<float> Distance => distance;

    /// <summary>The point, on a stroke, that is nearest to each; height×width.</summary>
    public ReadOnlySpan<int> Nearest => nearest;

    /// <summary>Finds the distances.</summary>
    /// <param name="lightness">The picture, as small as it is rendered.</param>
    /// <param name="strokes">Places of points on strokes, at least one.</param>
    public static StrokeReach Find(LightnessPlane lightness, IEnumerable<int> strokes)
    {
        var reach = new StrokeReach(lightness);
        reach.distance.AsSpan().Fill(float.PositiveInfinity);
        foreach (var stroke in strokes) (reach.distance[stroke], reach.nearest[stroke]) = (0, stroke);
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
            if (!reach.Sweep(forward: sweep % 2 == 0) && sweep > 0) break;
        return reach;
    }

    private bool Sweep(bool forward)
    {
        int width = lightness.Width, height = lightness.Height, by = forward ? 1 : -1;
        var straight = 1 / (Reach * Math.Max(width, height));
        var changed = false;
        for (var row = 0; row < height; row++)
        {
            var y = forward ? row : height - 1 - row;
            for (var column = 0; column < width; column++) // from the row before, then along the row
            {
                var x = forward ? column : width - 1 - column;
                var i = y * width + x;
                if (row > 0)
                {
                    changed |= Shorten(i, i - by * width, straight);
                    if (column > 0) changed |= Shorten(i, i - by * width - by, straight * 1.4142f);
                    if (column + 1 < width) changed |= Shorten(i, i - by * width + by, straight * 1.4142f);
                }

                if (column > 0) changed |= Shorten(i, i - by, straight);
            }

            for (var column = width - 2; column >= 0; column--) // and back
            {
                var i = y * width + (forward ? column : width - 1 - column);
                changed |= Shorten(i, i + by, straight);
            }
        }

        return changed;
    }

    private bool Shorten(int point, int by, float length)
    {
        var step = (lightness.Values[point] - lightness.Values[by]) / SharpStep;
        var other = distance[by] + length + step * step;
        if (other >= distance[point]) return false;
        (distance[point], nearest[point]) = (other, nearest[by]);
        return true;
    }
}
