namespace Colorist.Cli;

/// <summary>What kind of picture the network takes a photo for, in one line.</summary>
internal static class SceneLine
{
    private const int LabelsShown = 5;

    /// <summary>The five likeliest scene labels with their probabilities.</summary>
    public static string Of(Colorizer colorizer, Photo photo) => colorizer.Card.HasGlobal
        ? "scene: " + string.Join(", ", colorizer.Card.Labels
            .Zip(colorizer.Describe(photo).Probabilities)
            .OrderByDescending(pair => pair.Second)
            .Take(LabelsShown)
            .Select(pair => $"{pair.First} {pair.Second:p0}"))
        : $"scene: the model {colorizer.Card.Name} knows none";
}
