namespace Colorist;

/// <summary>Finds the frames of a film that hints are meant for.</summary>
internal static class HintedFrames
{
    /// <returns>
    /// By the times of the frames, in steps of the film's time base: hints for the frames as they are stored.
    /// </returns>
    /// <exception cref="ArgumentException">Hints are for pictures of another size than the film shows.</exception>
    /// <exception cref="FilmException">There is no such frame in the part of the film that is coloured.</exception>
    public static IReadOnlyDictionary<long, Hints> Find(Film film, FilmSpan span, IEnumerable<FilmHints> wanted)
    {
        var found = new SortedDictionary<long, Hints>();
        foreach (var (time, hints) in wanted.Where(wanted => wanted.Hints.Count > 0))
        {
            hints.CheckSize(film.ShownWidth, film.ShownHeight);
            var frame = FilmStill.Read(film, time, span, (film.Width, film.Height)).Time;
            var upright = film.Upright;
            var stored = hints.Moved(upright.StoredWidth, upright.StoredHeight, upright.Stored);
            found[frame] = found.TryGetValue(frame, out var others) ? others.With(stored) : stored;
        }

        return found;
    }
}
