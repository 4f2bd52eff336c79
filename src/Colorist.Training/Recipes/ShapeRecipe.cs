namespace Colorist.Training;

/// <summary>
/// How the shape of a picture changes before a crop is taken, so that the same picture is seldom seen twice.
/// </summary>
public sealed record ShapeRecipe
{
    /// <summary>Largest change of the ratio of width to height, either way: 0.18 is up to 18 %.</summary>
    public double Aspect { get; init; } = 0.18;

    /// <summary>Largest turn, in degrees, either way; what it brings in from outside is the picture mirrored.</summary>
    public double Turn { get; init; } = 8;

    /// <summary>Share of the pictures that are turned, 0..1.</summary>
    public double TurnShare { get; init; } = 0.4;
}
