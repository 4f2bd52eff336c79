using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

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
    private const float Diagonal = 1.4142f; // of the straight length
    private const int MaxSweeps = 12;

    private readonly int width;
    private readonly int height;
    private readonly float straight; // how far the next point is
    private readonly float[] steps; // the lightness, in sharp steps
    private readonly float[] distance;
    private readonly int[] nearest;

    private StrokeReach(LightnessPlane lightness)
    {
        (width, height, straight) =
            (lightness.Width, lightness.Height, 1 / (Reach * Math.Max(lightness.Width, lightness.Height)));
        (steps, distance, nearest) = (new float[width * height], new float[width * height], new int[width * height]);
        TensorPrimitives.Divide(lightness.Values, SharpStep, steps);
        distance.AsSpan().Fill(float.PositiveInfinity);
    }

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
        foreach (var stroke in strokes) (reach.distance[stroke], reach.nearest[stroke]) = (0, stroke);
        for (var y = 0; y < reach.height; y++) reach.ShortenAlong(y);
        var all = Enumerable.Repeat(true, reach.height).ToArray();
        var news = all;
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            var changed = reach.Sweep(news, forward: int.IsEvenInteger(sweep));
            if (sweep == 0) continue; // each row has yet to hear from below
            if (!changed.Contains(true)) break;
            news = changed;
        }

        return reach;
    }

    /// <summary>Goes down or up through the rows.</summary>
    /// <param name="news">Rows that the rows behind them, on this way, have yet to hear from.</param>
    /// <param name="forward">Down.</param>
    /// <returns>Rows that came nearer to strokes.</returns>
    private bool[] Sweep(bool[] news, bool forward)
    {
        var changed = new bool[height];
        for (var row = 1; row < height; row++)
        {
            var (y, before) = forward ? (row, row - 1) : (height - 1 - row, height - row);
            if (!news[before] && !changed[before]) continue;
            changed[y] = ShortenFrom(before, y);
            if (changed[y]) ShortenAlong(y);
        }

        return changed;
    }

    /// <summary>Paths over the three points next to each in another row.</summary>
    private bool ShortenFrom(int other, int y)
    {
        var changed = ShortenOne(0, other, y);
        var x = 1;
        for (; x + Vector<float>.Count < width; x += Vector<float>.Count)
            changed |= ShortenMany(y * width + x, other * width + x);
        for (; x < width; x++) changed |= ShortenOne(x, other, y);
        return changed;
    }

    private bool ShortenOne(int x, int other, int y)
    {
        int point = y * width + x, by = other * width + x;
        var changed = Shorten(point, by, straight);
        if (x > 0) changed |= Shorten(point, by - 1, straight * Diagonal);
        if (x + 1 < width) changed |= Shorten(point, by + 1, straight * Diagonal);
        return changed;
    }

    /// <summary>The same for as many points as a vector holds, all of which have three neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ShortenMany(int point, int by)
    {
        var (step, before) = (new Vector<float>(steps, point), new Vector<float>(distance, point));
        var (shortest, stroke) = (before, new Vector<int>(nearest, point));
        for (var to = -1; to <= 1; to++)
        {
            var rise = step - new Vector<float>(steps, by + to);
            var length = new Vector<float>(to == 0 ? straight : straight * Diagonal);
            var other = new Vector<float>(distance, by + to) + length + rise * rise;
            var isShorter = Vector.LessThan(other, shortest);
            shortest = Vector.ConditionalSelect(isShorter, other, shortest);
            stroke = Vector.ConditionalSelect(isShorter, new Vector<int>(nearest, by + to), stroke);
        }

        if (Vector.EqualsAll(shortest, before)) return false;
        shortest.CopyTo(distance, point);
        stroke.CopyTo(nearest, point);
        return true;
    }

    /// <summary>Paths along a row.</summary>
    private void ShortenAlong(int y)
    {
        for (var i = y * width + 1; i < (y + 1) * width; i++) Shorten(i, i - 1, straight);
        for (var i = (y + 1) * width - 2; i >= y * width; i--) Shorten(i, i + 1, straight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Shorten(int point, int by, float length)
    {
        var rise = steps[point] - steps[by];
        var other = distance[by] + length + rise * rise;
        if (other >= distance[point]) return false;
        (distance[point], nearest[point]) = (other, nearest[by]);
        return true;
    }
}
