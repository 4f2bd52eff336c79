namespace Colorist.Evaluation;

/// <summary>What styles did to pictures.</summary>
/// <param name="Styles">Which pictures gave their style.</param>
/// <param name="Given">What they gave of it: scene, palette, or both.</param>
/// <param name="Pairs">Number of pictures that took one.</param>
public sealed record StyleResult(string Styles, string Given, int Pairs)
{
    /// <summary>
    /// How far the statistics moved towards those of the style's picture as the model colours it: 0 not at all, 1 all
    /// the way; the projection on the straight way there, summed over the pairs.
    /// </summary>
    public required double TowardsPainted { get; init; }

    /// <summary>The same towards the style's picture in its true colours.</summary>
    public required double TowardsTruth { get; init; }

    /// <summary>
    /// Mean distance of the statistics from those of the style's picture in its true colours, before.
    /// </summary>
    public required double DistanceBefore { get; init; }

    /// <summary>The same with the style.</summary>
    public required double DistanceAfter { get; init; }

    /// <summary>RMSE of a*b* of the pictures with their own scene.</summary>
    public required double ErrorBefore { get; init; }

    /// <summary>The same with the style.</summary>
    public required double ErrorAfter { get; init; }
}
