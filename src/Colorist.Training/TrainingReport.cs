using System.Text.Json.Serialization;

namespace Colorist.Training;

/// <summary>What happened since the report before; one line of the log.</summary>
/// <param name="Pictures">Pictures seen since the start of the run.</param>
/// <param name="ColorLoss">Mean colour loss: squared error on a*b* scaled to 0..1.</param>
/// <param name="SceneLoss">Mean cross-entropy of the scene label; null in the baseline, which has none.</param>
/// <param name="LearningRate">Of the last step.</param>
/// <param name="PicturesPerSecond">Pictures per second.</param>
/// <param name="Waiting">Share of the time, 0..1, in which the network waited for pictures.</param>
/// <param name="SecondsLeft">Estimate of the time to the end of the recipe.</param>
/// <param name="Unreadable">Pictures that had to be left out.</param>
public sealed record TrainingReport(
    long Pictures, [property: JsonPropertyName("colourLoss")]
    double ColorLoss, double? SceneLoss, double LearningRate, double PicturesPerSecond, double Waiting,
    double SecondsLeft, int Unreadable)
{
    /// <summary>Mean perceptual term; null in a run without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PerceptualLoss { get; init; }

    /// <summary>Mean loss of the critic: 10 where it knows nothing; null in a run without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? CriticLoss { get; init; }
}
