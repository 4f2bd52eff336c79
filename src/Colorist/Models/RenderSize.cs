namespace Colorist;

/// <summary>The size at which a picture goes through the local network.</summary>
public static class RenderSize
{
    /// <summary>The least side of a picture for the local network, in pixels; smaller pictures are enlarged to it.</summary>
    public const int LeastSide = 32;

    /// <summary>The greatest render side, in pixels.</summary>
    public const int GreatestSide = 4096;

    private const int Step = 8;

    /// <summary>
    /// Scales a picture to an area of about <paramref name="renderSide"/> squared, keeping its aspect as far as both sides can stay
    /// multiples of 8 and at least 32; a side of 32 or more is never enlarged.
    /// </summary>
    /// <param name="width">Columns of the picture, at least 1.</param>
    /// <param name="height">Rows of the picture, at least 1.</param>
    /// <param name="renderSide">32..4096: the side that a square picture gets.</param>
    /// <returns>Multiples of 8, at least 32.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is out of its range.</exception>
    public static (int Width, int Height) Of(int width, int height, int renderSide)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Check(renderSide, nameof(renderSide));
        var scale = Math.Min(1, renderSide / Math.Sqrt((double)width * height));
        return (Side(width, scale, renderSide), Side(height, scale, renderSide));
    }

    internal static void Check(int renderSide, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(renderSide, LeastSide, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(renderSide, GreatestSide, name);
    }

    // A very long picture gives up its aspect: beside a short side of 32 its long side fills the area.
    private static int Side(int side, double scale, int renderSide)
    {
        var longest = Math.Min(side, (long)renderSide * renderSide / LeastSide) / Step * Step;
        var nearest = (long)Math.Round(side * scale / Step) * Step;
        return (int)Math.Max(LeastSide, Math.Min(nearest, longest));
    }
}
