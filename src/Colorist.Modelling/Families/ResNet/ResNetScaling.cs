namespace Colorist.Modelling;

/// <summary>
/// How real L*a*b* values meet the numbers inside the ResNet-18 family; used by the Torch network and written into its
/// export.
/// </summary>
public static class ResNetScaling
{
    /// <summary>Network input = (L* − <see cref="LightnessMean"/>) / <see cref="LightnessSpread"/>.</summary>
    public const float LightnessMean = 45f;

    /// <summary>About the standard deviation of L* in photographs.</summary>
    public const float LightnessSpread = 22f;

    /// <summary>a* or b* = <see cref="ChromaRange"/> × tanh of the last layer.</summary>
    public const float ChromaRange = 110f;
}
