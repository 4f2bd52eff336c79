namespace Colorist.Training;

/// <summary>One line of losses in a training log.</summary>
/// <param name="Pictures">Pictures seen so far.</param>
/// <param name="ColorLoss">Mean squared error of a*b* scaled to 0..1, since the last line.</param>
/// <param name="SceneLoss">Cross-entropy of the scene label; null when the run has no scenes.</param>
public sealed record TrainingStep(long Pictures, double ColorLoss, double? SceneLoss);
