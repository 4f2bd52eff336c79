namespace Colorist.Modelling;

/// <summary>
/// A grid of lines over a* and b*, closer together near grey, where most colours are; every crossing is a bin. A colour
/// is written as weights of the four bins around it, so that their mean is the colour again.
/// </summary>
public static class ColorBins
{
    /// <summary>Places of the lines on either axis, real a* or b*; colours beyond the ends count as the ends.</summary>
    public static readonly float[] Lines = [-80, -45, -26, -14, -6, 0, 6, 14, 26, 45, 80];

    /// <summary>Number of bins; bin i·11 + j lies at a* = line i, b* = line j.</summary>
    public static int Count => Lines.Length * Lines.Length;

    /// <summary>The bins' colours: all a*, then all b*; 2×<see cref="Count"/>.</summary>
    public static float[] Colors { get; } =
    [
        .. from a in Lines from b in Lines select a,
        .. from a in Lines from b in Lines select b,
    ];
}
