namespace Colorist;

/// <summary>How a film's colours do.</summary>
/// <param name="Name">How they were found.</param>
/// <param name="Flicker">Mean absolute change of a* and b* from frame to frame along the motion; less is steadier.</param>
/// <param name="Error">Mean over the frames of the RMSE of a*b* against the true colours; null if the film has none.</param>
/// <param name="Chroma">Mean C*ab.</param>
public sealed record FilmScores(string Name, double Flicker, double? Error, double Chroma);
