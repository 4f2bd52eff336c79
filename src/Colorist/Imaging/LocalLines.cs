using System.Numerics;

namespace Colorist;

/// <summary>
/// Fits a* and b* as straight lines over L* around each point of small chroma. The slopes are those of the guided
/// filter (He, Sun, Tang 2010, equation 5); each line is then moved through its own point, because the guided filter's
/// means would blur the small chroma itself.
/// </summary>
internal static class LocalLines
{
    /// <summary>Half the window's side, in points of the small chroma: the window is 2·Radius+1 wide.</summary>
    internal const int Radius = 1;

    /// <summary>
    /// How much L* must vary in a window (variance, L*²) for the slope to count half: keeps noise and grain out of the
    /// colour.
    /// </summary>
    internal const float Epsilon = 256;

    /// <returns>Slope and offset of a*, slope and offset of b*; height×width.</returns>
    public static Vector4[] Fit(
        LightnessPlane lightness, ChromaPlanes chroma, int radius = Radius, float epsilon = Epsilon)
    {
        int width = lightness.Width, height = lightness.Height;
        float[] l = lightness.Values, a = chroma.A, b = chroma.B;
        var points = new Vector4[width * height];
        var products = new Vector4[width * height];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new Vector4(l[i], a[i], b[i], 0);
            products[i] = new Vector4(l[i] * l[i], l[i] * a[i], l[i] * b[i], 0);
        }

        var means = BoxMean(width, height, radius, points);
        var lines = BoxMean(width, height, radius, products);
        for (var i = 0; i < lines.Length; i++)
        {
            var covariance = lines[i] - means[i].X * means[i];
            var (slopeA, slopeB) = (covariance.Y / (covariance.X + epsilon), covariance.Z / (covariance.X + epsilon));
            lines[i] = new Vector4(slopeA, a[i] - slopeA * l[i], slopeB, b[i] - slopeB * l[i]);
        }

        return lines;
    }

    private static Vector4[] BoxMean(int width, int height, int radius, Vector4[] values)
    {
        var rows = new Vector4[values.Length];
        for (var y = 0; y < height; y++) RunningMean(values, rows, y * width, 1, width, radius);
        var result = new Vector4[values.Length];
        for (var x = 0; x < width; x++) RunningMean(rows, result, x, width, height, radius);
        return result;
    }

    /// <summary>Means over windows along one line of values; at its ends over the part that exists.</summary>
    private static void RunningMean(Vector4[] from, Vector4[] to, int first, int stride, int count, int radius)
    {
        var sum = Vector4.Zero;
        for (var i = 0; i < Math.Min(radius, count); i++) sum += from[first + i * stride];
        for (var i = 0; i < count; i++)
        {
            if (i + radius < count) sum += from[first + (i + radius) * stride];
            if (i - radius - 1 >= 0) sum -= from[first + (i - radius - 1) * stride];
            to[first + i * stride] = sum / (Math.Min(count - 1, i + radius) - Math.Max(0, i - radius) + 1);
        }
    }
}
