namespace Colorist;

/// <summary>
/// Lightness with a rim on all sides that continues its edges, so that blocks may be read beyond them.
/// </summary>
internal sealed class MotionPlane
{
    /// <summary>Width of the rim.</summary>
    public const int Rim = 16;

    /// <param name="width">Columns without the rim.</param>
    /// <param name="height">Rows without the rim.</param>
    /// <param name="values">Height×width.</param>
    public MotionPlane(int width, int height, ReadOnlySpan<float> values)
    {
        (Width, Height, Stride) = (width, height, width + 2 * Rim);
        Values = new float[Stride * (height + 2 * Rim)];
        for (var y = -Rim; y < height + Rim; y++)
        {
            var row = Values.AsSpan((y + Rim) * Stride, Stride);
            var source = values.Slice(Math.Clamp(y, 0, height - 1) * width, width);
            row[..Rim].Fill(source[0]);
            source.CopyTo(row[Rim..]);
            row[(Rim + width)..].Fill(source[^1]);
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>From a value to the one below.</summary>
    public int Stride { get; }

    /// <summary>With the rim.</summary>
    public float[] Values { get; }

    /// <summary>Where in <see cref="Values"/> a pixel is.</summary>
    public int At(int x, int y) => (y + Rim) * Stride + x + Rim;

    /// <summary>Half as large, each value the mean of four.</summary>
    public MotionPlane Half()
    {
        int width = Width / 2, height = Height / 2;
        var values = new float[width * height];
        for (var y = 0; y < height; y++)
            for (int x = 0, at = At(0, 2 * y); x < width; x++, at += 2)
                values[y * width + x] = (Values[at] + Values[at + 1] + Values[at + Stride] + Values[at + Stride + 1])
                    / 4;
        return new MotionPlane(width, height, values);
    }
}
