namespace Colorist;

/// <summary>What a local network takes of a picture.</summary>
public enum NetworkInput
{
    /// <summary>
    /// L* of CIE L*a*b* (D65), 0..100, N×1×H×W; whatever scaling the network wants is part of its graph.
    /// </summary>
    Lightness,

    /// <summary>Grey as red, green and blue, as sRGB stores them, 0..1, N×3×H×W.</summary>
    Rgb,
}
