namespace Colorist.Training;

/// <summary>Losses added up since the last line of the log.</summary>
/// <param name="Steps">Optimizer steps.</param>
/// <param name="ColorLoss">Sum of their colour losses.</param>
/// <param name="SceneLoss">Sum of their scene losses; null when the run has no scenes.</param>
/// <param name="Unreadable">Pictures that had to be left out.</param>
public sealed record LossSums(int Steps, double ColorLoss, double? SceneLoss, int Unreadable)
{
    /// <summary>Right after a line.</summary>
    public static LossSums None { get; } = new(0, 0, 0, 0);

    /// <summary>One step more.</summary>
    internal LossSums With(float color, float? scene, int unreadable) =>
        new(Steps + 1, ColorLoss + color, SceneLoss + scene, Unreadable + unreadable);
}
