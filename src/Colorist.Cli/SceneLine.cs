namespace Colorist.Cli;

/// <summary>What kind of picture the network takes a photo for, in one line.</summary>
internal static class SceneLine
{
    private const int LabelsShown = 5;

    /// <summary>The five likeliest scene labels with their probabilities.</summary>
    public static string Write(ModelCard card, Scene? scene) => scene is { Probabilities.Length: > 0 }
        ? "scene: " + string.Join(", ", card.Labels
            .Zip(scene.Probabilities)
            .OrderByDescending(pair => pair.Second)
            .Take(LabelsShown)
            .Select(pair => $"{pair.First} {pair.Second:p0}"))
        : $"scene: the model {card.Name} knows none";
}
