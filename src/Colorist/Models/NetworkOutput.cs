namespace Colorist;

/// <summary>What a network of another project gives.</summary>
public enum NetworkOutput
{
    /// <summary>Real a*b* of CIE L*a*b* (D65), N×2×H×W.</summary>
    Chroma,

    /// <summary>
    /// Red, green and blue as sRGB stores them, 0..1, N×3×H×W; their chroma is taken, their lightness is not.
    /// </summary>
    Rgb,
}
