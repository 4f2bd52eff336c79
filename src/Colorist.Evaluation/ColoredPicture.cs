namespace Colorist.Evaluation;

/// <summary>One picture three times, in the same size.</summary>
/// <param name="Truth">As it is.</param>
/// <param name="Grey">Without its colour.</param>
/// <param name="Predicted">With the colour that a model gives it.</param>
public sealed record ColoredPicture(RgbPicture Truth, RgbPicture Grey, RgbPicture Predicted);
