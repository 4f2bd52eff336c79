namespace Colorist.Evaluation;

/// <summary>What styles did to pictures.</summary>
/// <param name="Styles">Which pictures gave their style.</param>
/// <param name="Pairs">Number of pictures that took one.</param>
/// <param name="TowardsPainted">
/// How far the statistics moved towards those of the style's picture as the model colours it: 0 not at all, 1 all the way; the projection on
/// the straight way there, summed over the pairs.
/// </param>
/// <param name="TowardsTruth">The same towards the style's picture in its true colours.</param>
/// <param name="ErrorBefore">RMSE of a*b* of the pictures with their own scene.</param>
/// <param name="ErrorAfter">The same with the style.</param>
public sealed record StyleResult(string Styles, int Pairs, double TowardsPainted, double TowardsTruth, double ErrorBefore, double ErrorAfter);
