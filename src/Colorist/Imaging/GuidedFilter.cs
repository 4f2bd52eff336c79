using System.Numerics;

namespace Colorist.Imaging;

/// <summary>Fits a* and b* as straight lines over L* in a window around each point (He, Sun, Tang 2010, equations 5 and 6).</summary>
internal static class GuidedFilter
{
    /// <summary>Half the window's side, in points of the small chroma: the window is 2·Radius+1 wide.</summary>
    internal const int Radius = 2;

    /// <summary>How much L* must vary in a window (variance, L*²) before the colour follows it.</summary>
    internal const float Epsilon = 4;

    public static Vector4[] FitLines(LightnessPlane lightness, ChromaPlanes chroma, int radius = Radius, float epsilon = Epsilon)
    {
        int width = lightness.Width, height = lightness.Height;
        float[] l = lightness.Values, a = chroma.A, b = chroma.B;
        // Means of L*, a*, b* and L*² in one vector, of L*a* and L*b* in another: one pass of running sums each.
        var means = BoxMean(width, height, radius, i => new Vector4(l[i], a[i], b[i], l[i] * l[i]));
        var products = BoxMean(width, height, radius, i => new Vector4(l[i] * a[i], l[i] * b[i], 0, 0));
        return BoxMean(width, height, radius, i => Line(means[i], products[i], epsilon));
    }

    private static Vector4 Line(Vector4 mean, Vector4 product, float epsilon)
    {
        var variance = mean.W - mean.X * mean.X;
        var slopeA = (product.X - mean.X * mean.Y) / (variance + epsilon);
        var slopeB = (product.Y - mean.X * mean.Z) / (variance + epsilon);
        return new Vector4(slopeA, mean.Y - slopeA * mean.X, slopeB, mean.Z - slopeB * mean.X);
    }

    private static Vector4[] BoxMean(int width, int height, int radius, Func<int, Vector4> value)
    {
        var across = new Vector4[width * height];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) across[y * width + x] = value(y * width + x);
        var rows = new Vector4[width * height];
        for (var y = 0; y < height; y++) RunningMean(across, rows, y * width, 1, width, radius);
        var result = across;
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
