using System.Numerics.Tensors;

namespace Colorist;

/// <summary>
/// Where few hints help most: each takes the doubt from all that it reaches, so the best one reaches much of it, and
/// the next ones count what is left.
/// </summary>
internal static class HintPlaces
{
    private const int Cells = 32; // of the longer side: reach is found from each of them
    private const float Least = 0.01f; // of all doubt: a hint that takes less is none

    /// <summary>Finds places, the best first.</summary>
    /// <param name="lightness">The picture, small.</param>
    /// <param name="doubt">As large as the lightness, 0 or more.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>Points of the small picture, off its edges; fewer where all doubt is taken.</returns>
    public static IReadOnlyList<int> Find(LightnessPlane lightness, float[] doubt, int count)
    {
        var scale = MathF.Min(1, (float)Cells / Math.Max(lightness.Width, lightness.Height));
        var (width, height) = (Scaled(lightness.Width, scale), Scaled(lightness.Height, scale));
        var small = lightness.ResizeTo(width, height);
        var left = Planes.Resize(lightness.Width, lightness.Height, doubt, width, height, 0, float.MaxValue);
        var enough = Least * TensorPrimitives.Sum<float>(left);
        int[] inside = [.. Enumerable.Range(0, left.Length).Where(cell => IsInside(cell, width, height))];
        var reached = new float[inside.Length][];
        Parallel.For(0, inside.Length, i => reached[i] = Reached(small, inside[i]));

        var variance = WindowVariance.Compute(lightness);
        List<int> places = [];
        while (places.Count < count)
        {
            float[] gains = Array.ConvertAll(reached, shares => TensorPrimitives.Dot<float>(shares, left));
            var best = TensorPrimitives.IndexOfMax<float>(gains);
            if (gains[best] <= enough) break;
            places.Add(Evenest(inside[best], (width, height), lightness, variance));
            for (var cell = 0; cell < left.Length; cell++) left[cell] *= 1 - reached[best][cell];
        }

        return places;
    }

    private static int Scaled(int side, float scale) => Math.Max(1, (int)MathF.Round(side * scale));

    /// <summary>How much of each cell's doubt a hint in one of them takes, 0..1.</summary>
    private static float[] Reached(LightnessPlane small, int from) =>
        Array.ConvertAll(StrokeReach.Find(small, [from]).Distance.ToArray(), StrokeSpread.Share);

    private static bool IsInside(int cell, int width, int height)
    {
        var (x, y) = (cell % width, cell / width);
        return Math.Min(width, height) <= 2 || (x > 0 && y > 0 && x < width - 1 && y < height - 1);
    }

    /// <summary>The point of a cell that is farthest from edges: a hint is to be said of a thing, not of two.</summary>
    private static int Evenest(
        int cell, (int Width, int Height) cells, LightnessPlane lightness, ReadOnlySpan<float> variance)
    {
        var (left, right) = Range(cell % cells.Width, cells.Width, lightness.Width);
        var (top, bottom) = Range(cell / cells.Width, cells.Height, lightness.Height);
        var best = top * lightness.Width + left;
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
                if (variance[y * lightness.Width + x] < variance[best]) best = y * lightness.Width + x;
        return best;
    }

    private static (int From, int To) Range(int cell, int cells, int points) =>
        (cell * points / cells, (cell + 1) * points / cells);
}
