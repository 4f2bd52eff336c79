namespace Colorist.Training;

/// <summary>Losses added up since the last line of the log.</summary>
/// <param name="Steps">Optimizer steps.</param>
/// <param name="ColorLoss">Sum of their colour losses.</param>
/// <param name="SceneLoss">Sum of their scene losses; null when the run has no scenes.</param>
/// <param name="Unreadable">Pictures that had to be left out.</param>
/// <param name="PerceptualLoss">Sum of their perceptual terms; null in a run without.</param>
/// <param name="CriticLoss">Sum of the critic's losses; null in a run without.</param>
public sealed record LossSums(
    int Steps, double ColorLoss, double? SceneLoss, int Unreadable, double? PerceptualLoss = 0, double? CriticLoss = 0)
{
    /// <summary>Right after a line.</summary>
    public static LossSums None { get; } = new(0, 0, 0, 0);

    /// <summary>One step more; waits until it is computed.</summary>
    internal LossSums With(StepLosses losses, int unreadable) => new(
        Steps + 1, ColorLoss + losses.Color.item<float>(), SceneLoss + losses.Scene?.item<float>(),
        Unreadable + unreadable, PerceptualLoss + losses.Perceptual?.item<float>(),
        CriticLoss + losses.Critic?.item<float>());
}
