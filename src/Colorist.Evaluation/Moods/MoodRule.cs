namespace Colorist.Evaluation;

/// <summary>Which pictures make a mood.</summary>
/// <param name="Name">The mood's name.</param>
/// <param name="Description">The rule in words, for people.</param>
/// <param name="Scenes">Scene labels that a picture may have.</param>
/// <param name="Score">
/// How much a picture's colours are those of the mood, higher is more; null if they are not.
/// </param>
public sealed record MoodRule(
    string Name, string Description, IReadOnlySet<string> Scenes, Func<PictureColors, double?> Score);
