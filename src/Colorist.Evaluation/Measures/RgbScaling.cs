namespace Colorist.Evaluation;

/// <summary>Scales pictures to the size at which a protocol compares them.</summary>
/// <remarks>
/// Triangle filter on the stored values, as wide as a pixel of the coarser grid: bilinear upwards, free of aliasing.
/// </remarks>
public static class RgbScaling
{
    /// <summary>Scales to exactly this size; sides may scale differently.</summary>
    /// <returns>A new picture, or the same when its size stays.</returns>
    public static RgbPicture To(RgbPicture picture, int width, int height)
    {
        if ((width, height) == (picture.Width, picture.Height)) return picture;
        var narrow = new float[picture.Height * width * 3];
        for (var y = 0; y < picture.Height; y++)
        {
            var row = new float[picture.Width * 3];
            for (var i = 0; i < row.Length; i++) row[i] = picture.Pixels[y * row.Length + i];
            Scale(row, picture.Width, narrow.AsSpan(y * width * 3, width * 3), width, valuesPerStep: 3);
        }
        var scaled = new float[height * width * 3];
        Scale(narrow, picture.Height, scaled, height, valuesPerStep: width * 3);
        return new RgbPicture(width, height, [.. scaled.Select(value => (byte)MathF.Round(value))]);
    }

    /// <summary>Reduces so that the longer side has at most this many pixels.</summary>
    /// <returns>A new picture, or the same when it is small enough.</returns>
    public static RgbPicture Within(RgbPicture picture, int longestSide)
    {
        var scale = Math.Min(1, (double)longestSide / Math.Max(picture.Width, picture.Height));
        return To(picture, Math.Max(1, (int)Math.Round(picture.Width * scale)),
            Math.Max(1, (int)Math.Round(picture.Height * scale)));
    }

    private static void Scale(ReadOnlySpan<float> from, int steps, Span<float> to, int newSteps, int valuesPerStep)
    {
        var ratio = (double)steps / newSteps;
        var reach = Math.Max(1, ratio);
        for (var i = 0; i < newSteps; i++)
        {
            var centre = (i + 0.5) * ratio - 0.5;
            var (first, last) =
                (Math.Max(0, (int)Math.Ceiling(centre - reach)), Math.Min(steps - 1, (int)Math.Floor(centre + reach)));
            double total = 0;
            for (var k = first; k <= last; k++) total += 1 - Math.Abs(k - centre) / reach;
            for (var k = first; k <= last; k++)
            {
                var weight = (float)((1 - Math.Abs(k - centre) / reach) / total);
                for (var v = 0; v < valuesPerStep; v++)
                    to[i * valuesPerStep + v] += weight * from[k * valuesPerStep + v];
            }
        }
    }
}
