namespace Colorist.Evaluation;

/// <summary>A picture that could not be evaluated.</summary>
/// <param name="Name">The data set's name of it.</param>
/// <param name="Reason">One line: what was expected and what was found.</param>
public sealed record SkippedPicture(string Name, string Reason);
