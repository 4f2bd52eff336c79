namespace Colorist;

/// <summary>What lightness and chroma planes share: planes of floats, height×width, row after row.</summary>
internal static class Planes
{
    public static float[] Checked(int width, int height, float[] values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return values.Length == (long)width * height
            ? values
            : throw new ArgumentException($"expected {width}×{height} values, found {values.Length}", name);
    }

    /// <summary>
    /// Scales by area averaging where a side gets shorter and by bicubic interpolation where it gets longer.
    /// </summary>
    public static float[] Resize(
        int width, int height, float[] values, int newWidth, int newHeight, float lowest, float highest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(newWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(newHeight, 1);
        var (smallWidth, smallHeight) = (Math.Min(width, newWidth), Math.Min(height, newHeight));
        var small = (smallWidth, smallHeight) == (width, height)
            ? values
            : Shrink(width, height, values, smallWidth, smallHeight);
        if ((smallWidth, smallHeight) == (newWidth, newHeight)) return small;
        var result = Bicubic.Enlarge(smallWidth, smallHeight, small, newWidth, newHeight);
        // Catmull-Rom overshoots at edges
        for (var i = 0; i < result.Length; i++) result[i] = Math.Clamp(result[i], lowest, highest);
        return result;
    }

    private static float[] Shrink(int width, int height, float[] values, int newWidth, int newHeight)
    {
        var mean = new AreaAverage(height, newWidth, newHeight);
        var row = new float[newWidth];
        for (var y = 0; y < height; y++)
        {
            AreaAverage.Shrink(values.AsSpan(y * width, width), row);
            mean.Add(row);
        }

        return mean.Values;
    }
}
