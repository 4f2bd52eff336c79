namespace Colorist;

/// <summary>Seconds that each stage worked; they work at the same time, so the largest sets the pace.</summary>
/// <param name="Decoding">Waiting for the decoder, and the small lightness.</param>
/// <param name="Coloring">Shots, networks, motion.</param>
/// <param name="Painting">Chroma planes.</param>
/// <param name="Encoding">Waiting for the encoder.</param>
public sealed record FilmStages(double Decoding, double Coloring, double Painting, double Encoding);
