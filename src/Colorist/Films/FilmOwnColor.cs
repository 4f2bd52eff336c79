namespace Colorist;

/// <summary>Finds out whether a film has colour already; a tint, or the colour noise of a tape, is none.</summary>
internal static class FilmOwnColor
{
    private const int Looks = 8; // spread over the film
    private const int Side = 32; // of the frames, about: enough to see colour, and noise is averaged away

    /// <summary>Whether half or more of the frames that are looked at are in colour.</summary>
    /// <param name="film">The film.</param>
    /// <param name="span">The part that counts.</param>
    /// <param name="stop">Stops the looking.</param>
    public static bool Find(Film film, FilmSpan span, CancellationToken stop)
    {
        if (film.Video.PixFmt.StartsWith("gray", StringComparison.Ordinal)) return false;
        var (colored, grey) = (0, 0);
        foreach (var time in Times(film, span))
        {
            if (IsInColor(film, time, stop) is not { } isInColor) continue; // what cannot be decoded does not count
            if (isInColor) colored++;
            else grey++;
            if (2 * Math.Max(colored, grey) > Looks) break; // the others change nothing
        }
        return colored > 0 && colored >= grey;
    }

    private static IEnumerable<double> Times(Film film, FilmSpan span)
    {
        var from = span.From ?? 0;
        var to = Math.Min(span.To ?? double.PositiveInfinity, film.Duration > TimeSpan.Zero
            ? film.Duration.TotalSeconds
            : from + Looks);
        return Enumerable.Range(0, Looks).Select(i => from + (to - from) * i / Looks);
    }

    private static bool? IsInColor(Film film, double time, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var scale = Math.Min(1, Side / Math.Sqrt((double)film.Width * film.Height));
        if (FilmPictures.Near(film, time, Math.Max(1, (int)(film.Width * scale)),
            Math.Max(1, (int)(film.Height * scale))) is not { } picture) return null;
        using var photo = Photo.FromRgb(picture.Width, picture.Height, picture.Pixels);
        return photo.HasColor(stop);
    }
}
