namespace Colorist.Training;

/// <summary>One validation in a training log.</summary>
/// <param name="Pictures">Pictures seen so far.</param>
/// <param name="AbRmse">Root mean squared error of a*b*.</param>
/// <param name="GreyAbRmse">The same for the pictures left grey; null when the log does not say.</param>
public sealed record TrainingValidation(long Pictures, double AbRmse, double? GreyAbRmse);
