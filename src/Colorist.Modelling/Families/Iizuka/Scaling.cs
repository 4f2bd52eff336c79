namespace Colorist.Modelling;

/// <summary>
/// How real L*a*b* values meet the network's own numbers; used by the Torch network and written into its export.
/// </summary>
public static class Scaling
{
    /// <summary>Network input = L* × <see cref="InputScale"/> − <see cref="InputMean"/>.</summary>
    public const float InputScale = 0.01f;

    /// <summary>The mean input of the authors' released network, rounded.</summary>
    public const float InputMean = 0.445f;

    /// <summary>
    /// a* or b* = (2s − 1) × <see cref="ChromaRange"/> for a sigmoid output s, as in the authors' released network.
    /// </summary>
    public const float ChromaRange = 100f;
}
