namespace Colorist.Training;

/// <summary>
/// How lightness is made worse in training, as age and scanners do, so that old scans look familiar; colours stay true.
/// </summary>
public sealed record AgeingRecipe
{
    /// <summary>Share of the pictures that age, 0..1.</summary>
    public required double Share { get; init; }

    /// <summary>Largest standard deviation of the blur, in pixels.</summary>
    public double Blur { get; init; } = 1.2;

    /// <summary>Largest standard deviation of grain and noise, in L*.</summary>
    public double Grain { get; init; } = 5;

    /// <summary>Largest share of the contrast that fading takes, 0..1.</summary>
    public double Fading { get; init; } = 0.3;
}
