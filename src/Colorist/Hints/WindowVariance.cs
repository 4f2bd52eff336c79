namespace Colorist;

/// <summary>How much the lightness varies around each point, in windows of 3×3.</summary>
internal static class WindowVariance
{
    /// <returns>L*², height×width; at the edges over the part of the window that exists.</returns>
    public static float[] Compute(LightnessPlane lightness)
    {
        int width = lightness.Width, height = lightness.Height;
        var variance = new float[width * height];
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                float sum = 0, squares = 0, count = 0;
                for (var v = Math.Max(0, y - 1); v <= Math.Min(height - 1, y + 1); v++)
                    for (var u = Math.Max(0, x - 1); u <= Math.Min(width - 1, x + 1); u++)
                    {
                        var value = lightness.Values[v * width + u];
                        (sum, squares, count) = (sum + value, squares + value * value, count + 1);
                    }

                variance[y * width + x] = MathF.Max(0, squares / count - sum * sum / (count * count));
            }
        });
        return variance;
    }
}
