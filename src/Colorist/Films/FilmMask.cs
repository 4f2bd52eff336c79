namespace Colorist;

/// <summary>
/// A part of one frame of a film that the look is for; it follows what moves to the ends of its shot.
/// </summary>
/// <param name="Mask">
/// For a picture of <see cref="Film.ShownWidth"/>×<see cref="Film.ShownHeight"/> pixels; soft edges stay soft.
/// </param>
/// <param name="Time">
/// From the beginning of the film: the first frame then or later, the one that <see cref="Film.Still"/> shows; null,
/// the default, for the first frame that is coloured.
/// </param>
public sealed record FilmMask(Mask Mask, TimeSpan? Time = null);
