namespace Colorist;

/// <summary>Hints on one frame of a film; they hold for its whole shot.</summary>
/// <param name="Time">
/// From the beginning of the film: the first frame then or later has the hints, the one that <see cref="Film.Still"/>
/// shows.
/// </param>
/// <param name="Hints">For a picture of <see cref="Film.ShownWidth"/>×<see cref="Film.ShownHeight"/> pixels.</param>
public sealed record FilmHints(TimeSpan Time, Hints Hints);
