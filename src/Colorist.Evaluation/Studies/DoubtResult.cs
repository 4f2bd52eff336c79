namespace Colorist.Evaluation;

/// <summary>Whether colours are wrong where they are unsure.</summary>
/// <param name="Pictures">How many.</param>
/// <param name="OfCells">
/// Rank correlation of doubt and the true distance of a*b* over all cells of all pictures; 32 cells a longer side.
/// </param>
/// <param name="OfPhotos">The same over the means of whole pictures.</param>
/// <param name="Offset">
/// Of the line of least squares from doubt to distance: 0 where doubt says the distance itself.
/// </param>
/// <param name="Slope">Of that line: 1 where doubt says the distance itself.</param>
public sealed record DoubtResult(int Pictures, double OfCells, double OfPhotos, double Offset, double Slope);
