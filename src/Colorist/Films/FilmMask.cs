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
public sealed record FilmMask(Mask Mask, TimeSpan? Time = null)
{
    /// <summary>Reads a mask from a file.</summary>
    /// <param name="path">A picture as <see cref="Mask.FromFile"/> takes it, as large as the film is shown.</param>
    /// <param name="film">Whose frame it is for.</param>
    /// <param name="time">Of the frame; null for the first that is coloured.</param>
    /// <exception cref="PhotoException">It cannot be read, or has another size than the film's stills.</exception>
    public static FilmMask FromFile(string path, Film film, TimeSpan? time = null)
    {
        ArgumentNullException.ThrowIfNull(film);
        var mask = Mask.FromFile(path);
        return (mask.Width, mask.Height) == (film.ShownWidth, film.ShownHeight)
            ? new FilmMask(mask, time)
            : throw new PhotoException(
                path, $"a mask of {film.ShownWidth}×{film.ShownHeight} pixels, as stills of the film have",
                $"{mask.Width}×{mask.Height}");
    }
}
