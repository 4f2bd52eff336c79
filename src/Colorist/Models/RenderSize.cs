namespace Colorist;

/// <summary>The size at which a picture goes through the local network.</summary>
public static class RenderSize
{
    /// <summary>
    /// The least side of a picture for the local network, in pixels; smaller pictures are enlarged to it.
    /// </summary>
    public const int MinSide = 32;

    /// <summary>The greatest render side, in pixels.</summary>
    public const int MaxSide = 4096;

    /// <summary>
    /// Scales a picture to an area of about <paramref name="renderSide"/> squared, keeping its aspect as far as both
    /// sides can stay multiples of what the network divides sides by and at least 32; a side of that or more is never
    /// enlarged.
    /// </summary>
    /// <param name="width">Columns of the picture, at least 1.</param>
    /// <param name="height">Rows of the picture, at least 1.</param>
    /// <param name="renderSide">32..4096: the side that a square picture gets.</param>
    /// <param name="shape">Of the network: what it divides sides by, or the only side that it takes.</param>
    /// <returns>Multiples of that, at least 32.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is out of its range.</exception>
    public static (int Width, int Height) For(int width, int height, int renderSide, NetworkShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Check(renderSide, nameof(renderSide));
        if (shape.FixedSide is { } only) return (only, only);
        var scale = Math.Min(1, renderSide / Math.Sqrt((double)width * height));
        return (Side(width, scale, renderSide, shape), Side(height, scale, renderSide, shape));
    }

    internal static void Check(int renderSide, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(renderSide, MinSide, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(renderSide, MaxSide, name);
    }

    // A very long picture gives up its aspect: beside the shortest side its long side fills the area.
    private static int Side(int side, double scale, int renderSide, NetworkShape shape)
    {
        var (step, min) = (shape.Divides, shape.MinSide);
        var longest = Math.Min(side, (long)renderSide * renderSide / min) / step * step;
        var nearest = (long)Math.Round(side * scale / step) * step;
        return (int)Math.Max(min, Math.Min(nearest, longest));
    }
}
