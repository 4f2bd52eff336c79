namespace Colorist;

/// <summary>Hints on one frame of a film; they hold for its whole shot.</summary>
/// <param name="Time">
/// From the beginning of the film: the first frame then or later has the hints, the one that <see cref="Film.Still"/>
/// shows.
/// </param>
/// <param name="Hints">For a picture of <see cref="Film.ShownWidth"/>×<see cref="Film.ShownHeight"/> pixels.</param>
public sealed record FilmHints(TimeSpan Time, Hints Hints)
{
    /// <summary>Reads a hint for one pixel as people type it: <c>TIME=x,y,#rrggbb</c>.</summary>
    /// <param name="typed">
    /// The time as <see cref="FilmTime"/> reads it; the pixel counted from 0,0 at the upper left.
    /// </param>
    /// <param name="film">Whose frames it is for.</param>
    /// <returns>Null if it is not written so.</returns>
    /// <exception cref="FilmException">The pixel lies outside the frames.</exception>
    public static FilmHints? ParsePoint(string typed, Film film)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(film);
        if (FilmTime.ParseBefore(typed) is not var (at, place) || PointHint.Parse(place) is not { } point) return null;
        var (width, height) = (film.ShownWidth, film.ShownHeight);
        return point.X < width && point.Y < height
            ? new FilmHints(
                at, Hints.FromPoints(width, height, [(point.X, point.Y, point.Red, point.Green, point.Blue)]))
            : throw new FilmException(
                film.Path, $"hints within its {width}×{height} pixels", $"one at {point.X},{point.Y}");
    }
}
