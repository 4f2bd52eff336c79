namespace Colorist.Evaluation;

/// <summary>What follows from doubt; everything is a mean over the pictures.</summary>
/// <param name="Pictures">How many.</param>
/// <param name="Cautions">
/// For each of <see cref="DoubtStudy.Cautions"/> CIEDE2000 from the truth, and C*ab of the colours.
/// </param>
/// <param name="NoHints">RMSE of a*b* without hints.</param>
/// <param name="RandomHints">The same with three true colours at random places.</param>
/// <param name="SuggestedHints">The same at the places that doubt suggests.</param>
public sealed record DoubtEffects(
    int Pictures, IReadOnlyList<(double Ciede2000, double Chroma)> Cautions, double NoHints, double RandomHints,
    double SuggestedHints);
