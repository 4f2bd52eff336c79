namespace Colorist;

/// <summary>How a film's colours do.</summary>
/// <param name="Name">How they were found.</param>
/// <param name="Flicker">
/// Mean absolute change of a* and b* from frame to frame along the motion; less is steadier.
/// </param>
/// <param name="Error">
/// Mean over the frames of the RMSE of a*b* against the true colours; null if the film has none.
/// </param>
/// <param name="Chroma">Mean C*ab.</param>
/// <param name="DistributionChange">
/// Colour distribution consistency (CDC): the mean Jensen-Shannon divergence of the histograms of red, green and blue
/// of frames 1, 2 and 4 apart in a shot, in nats. Less is steadier; what moves and changes in truth changes it too, so
/// the true colours' own value belongs beside it.
/// </param>
/// <param name="PlaceChange">
/// How much the colours of a place change from one of its shots to the next: the mean distance of the mean a*b* of two
/// shots that share a scene; null where there are no such shots. The true colours' own value belongs beside it.
/// </param>
public sealed record FilmScores(
    string Name, double Flicker, double? Error, double Chroma, double DistributionChange, double? PlaceChange);
