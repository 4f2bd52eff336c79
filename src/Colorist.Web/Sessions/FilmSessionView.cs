namespace Colorist.Web;

/// <summary>A film on a page as the API shows it.</summary>
/// <param name="Id">Nobody guesses it.</param>
/// <param name="Width">Columns of a frame, as it is shown.</param>
/// <param name="Height">Rows of a frame, as it is shown.</param>
/// <param name="Seconds">How long the film is; 0 if unknown.</param>
/// <param name="FrameRate">Frames a second.</param>
/// <param name="Container">For the option container: one that browsers play and that takes the film's sound.</param>
/// <param name="Search">How far the search for shots is.</param>
/// <param name="Shots">Those that are found and show something, in their order.</param>
internal sealed record FilmSessionView(
    string Id, int Width, int Height, double Seconds, double FrameRate, string Container, FilmSearch Search,
    IReadOnlyList<FilmSessionView.Shot> Shots)
{
    public static FilmSessionView Of(
        string id, Film film, string container, FilmSearch search, IReadOnlyList<ShotStill> shots) => new(
        id, film.ShownWidth, film.ShownHeight, InSeconds(film.Duration), film.FrameRate, container.TrimStart('.'),
        search,
        [
            .. shots.Select(
                (shot, i) => new Shot(i + 1, InSeconds(shot.Time), InSeconds(shot.From), InSeconds(shot.To))),
        ]);

    /// <summary>Whole milliseconds, never later: the first frame then or later is the one that is meant.</summary>
    private static double InSeconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMillisecond / 1000.0;

    /// <summary>A shot, in seconds from the beginning of the film.</summary>
    /// <param name="Number">From 1.</param>
    /// <param name="Time">Of its still, for the option hints-at.</param>
    /// <param name="From">Of its first frame.</param>
    /// <param name="To">Where the next one begins, or the film ends.</param>
    internal sealed record Shot(int Number, double Time, double From, double To);
}
