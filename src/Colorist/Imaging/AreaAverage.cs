namespace Colorist;

/// <summary>
/// Scales a plane down row by row: each new value is the mean over the area it covers, with parts of values at the
/// edges.
/// </summary>
/// <param name="height">Rows that will be added.</param>
/// <param name="newWidth">Columns of the result, at most the columns added.</param>
/// <param name="newHeight">Rows of the result, at most <paramref name="height"/>.</param>
internal sealed class AreaAverage(int height, int newWidth, int newHeight)
{
    private readonly double step = (double)height / newHeight;
    private int next;

    /// <summary>The result, newHeight×newWidth, complete once all rows are added.</summary>
    public float[] Values { get; } = new float[newWidth * newHeight];

    /// <summary>Scales one row.</summary>
    public static void Shrink(ReadOnlySpan<float> row, Span<float> result)
    {
        var step = (double)row.Length / result.Length;
        for (var x = 0; x < result.Length; x++)
        {
            double left = x * step, right = Math.Min((x + 1) * step, row.Length);
            var sum = 0.0;
            for (var i = (int)left; i < right; i++) sum += row[i] * (Math.Min(i + 1, right) - Math.Max(i, left));
            result[x] = (float)(sum / (right - left));
        }
    }

    /// <summary>Adds the next row from above, already as wide as the result.</summary>
    public void Add(ReadOnlySpan<float> row)
    {
        double top = next, bottom = ++next;
        for (var y = (int)(top / step); y < newHeight && y * step < bottom; y++)
        {
            var weight = (float)((Math.Min(bottom, (y + 1) * step) - Math.Max(top, y * step)) / step);
            if (weight <= 0) continue;
            var sums = Values.AsSpan(y * newWidth, newWidth);
            for (var x = 0; x < sums.Length; x++) sums[x] += weight * row[x];
        }
    }
}
