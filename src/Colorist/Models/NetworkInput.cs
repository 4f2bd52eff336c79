namespace Colorist;

/// <summary>What a local network takes of a picture.</summary>
public enum NetworkInput
{
    /// <summary>L* of CIE L*a*b* (D65), 0..100, N×1×H×W; whatever scaling the network wants is part of its graph.</summary>
    Lightness,
}
