namespace Colorist;

/// <summary>One of several colourings of a photo.</summary>
/// <param name="Number">1 for the colouring that the photo gets without being asked, then 2, 3 and so on.</param>
/// <param name="Palette">Which colours were asked for, for <see cref="Look.Palette"/>; null in the first.</param>
/// <param name="Painting">The photo in these colours, which takes strokes too.</param>
public sealed record Candidate(int Number, Palette? Palette, Painting Painting);
