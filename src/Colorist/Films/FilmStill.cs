namespace Colorist;

/// <summary>Reads single frames of a film.</summary>
internal static class FilmStill
{
    /// <summary>The first frame at a time or later.</summary>
    /// <param name="film">The film.</param>
    /// <param name="time">From its beginning.</param>
    /// <param name="span">Where it has to lie.</param>
    /// <param name="size">Of <see cref="LumaFrame.Small"/>.</param>
    /// <exception cref="FilmException">There is none.</exception>
    public static LumaFrame Read(Film film, TimeSpan time, FilmSpan span, (int Width, int Height) size)
    {
        var seconds = time.TotalSeconds;
        if (seconds < 0 || span.BeginsAfter(seconds) || span.EndsBy(seconds)
            || (film.Duration > TimeSpan.Zero && time >= film.Duration))
            throw new FilmException(film.Path, $"a time {Range(film, span)}", $"{time:g}");
        var decoder = new FilmDecoder(film, span with { From = seconds }, new FrameMemory(), size);
        return decoder.Read().First();
    }

    /// <summary>The frame as players show it, in grey.</summary>
    /// <exception cref="FilmException">There is none.</exception>
    public static Photo Photo(Film film, TimeSpan time)
    {
        var upright = film.Upright;
        var stored = Read(film, time, default, (upright.StoredWidth, upright.StoredHeight)).Small.Values;
        var shown = new float[stored.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            var (x, y) = upright.Stored(i % upright.Width, i / upright.Width);
            shown[i] = stored[y * upright.StoredWidth + x];
        }

        return Colorist.Photo.FromLightness(new LightnessPlane(upright.Width, upright.Height, shown));
    }

    private static string Range(Film film, FilmSpan span) => span.IsWhole
        ? $"within the film's {film.Duration:g}"
        : $"within the part that is coloured, {TimeSpan.FromSeconds(span.From ?? 0):g} to {(span.To is { } to ? TimeSpan.FromSeconds(to) : film.Duration):g}";
}
