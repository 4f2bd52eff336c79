namespace Colorist.Evaluation;

/// <summary>A measure that is not among <see cref="Scores"/>, as a line of a report.</summary>
/// <param name="Measure">What it is, and which way is better.</param>
/// <param name="Model">The coloured pictures.</param>
/// <param name="Grey">The same pictures left grey.</param>
/// <param name="Truth">The true pictures; empty where that says nothing.</param>
public sealed record MeasureRow(string Measure, string Model, string Grey, string Truth);
