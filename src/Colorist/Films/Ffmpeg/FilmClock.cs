namespace Colorist;

/// <summary>
/// How the clock of a result stands to the film's: what begins first, picture or sound, begins at 0, and everything
/// else keeps its distance from that.
/// </summary>
internal sealed class FilmClock
{
    private const int FineSteps = 90_000; // a second: MPEG's

    private readonly Film film;
    private readonly long frames;
    private readonly long first;
    private readonly bool countsFromZero; // a beginning far before that looks like a jump to ffmpeg

    /// <param name="film">The film.</param>
    /// <param name="span">The part of it: the time of its beginning becomes 0.</param>
    /// <param name="times">
    /// When the frames of the result are shown, in steps of the film's time base; at least one.
    /// </param>
    /// <param name="sounds">The sound that the result gets.</param>
    public FilmClock(Film film, FilmSpan span, IEnumerable<long> times, IEnumerable<ProbedStream> sounds)
    {
        (this.film, frames, first) = (film, times.LongCount(), times.Min());
        countsFromZero = film.MayJump && span.From is null;
        var step = film.TimeBase.Value;
        Offset = span.From is { } from
            ? (long)Math.Round((from + film.StartTime) / step)
            : (long)Math.Floor(
                sounds.Select(sound => sound.StartTime).Append(first * step).Min()!.Value / step + 0.001);
    }

    /// <summary>The film's time that becomes 0, in steps of the film's time base.</summary>
    public long Offset { get; }

    /// <summary>That time in seconds.</summary>
    public double Seconds => Offset * film.TimeBase.Value;

    /// <summary>
    /// For ffmpeg, before the film where it is decoded: lets its times through as they are. Where the clock may jump
    /// ffmpeg mends that, and counts from 0.
    /// </summary>
    public static string[] AsInTheFilm(Film film) => film.MayJump ? [] : ["-copyts"];

    /// <summary>What is to be added to times that ffmpeg counts from 0, in steps of the film's time base.</summary>
    public static long Missing(Film film) => film.MayJump ? (long)Math.Round(film.StartTime / film.TimeBase.Value) : 0;

    /// <summary>
    /// For ffmpeg, as another output: what the mending of jumps looks at besides, so that it does the same wherever the
    /// film is read.
    /// </summary>
    /// <param name="film">The film.</param>
    /// <param name="streams">Which are not looked at for the first output, as ffmpeg's <c>-map</c> names them.</param>
    public static string[] AsEverywhere(Film film, string streams) =>
        film.MayJump ? ["-map", streams, "-c", "copy", "-f", "null", "-"] : [];

    /// <summary>For ffmpeg, before the coloured video where it is joined with the rest.</summary>
    public string[] BeforeVideo =>
        countsFromZero ? ["-itsoffset", FilmSpan.Text((first - Offset) * film.TimeBase.Value)] : ["-copyts"];

    /// <summary>For ffmpeg, before the film where it is joined with the coloured video.</summary>
    public string[] BeforeFilm => ["-itsoffset", FilmSpan.Text((countsFromZero ? film.StartTime : 0) - Seconds)];

    /// <summary>
    /// For ffmpeg: how long the frames are shown, of which only the last one counts: the mean of the others, or what
    /// the frame rate says of a single one.
    /// </summary>
    /// <param name="place">Of the video among the result's streams.</param>
    /// <param name="extension">Of the result.</param>
    /// <remarks>
    /// The filter counts in the result's steps and, before ffmpeg 6, says that it counts in the film's. So the mean
    /// comes from its own times. They are not in the order of showing, hence the greatest of them.
    /// </remarks>
    public string[] Durations(int place, string extension)
    {
        if (!Ffmpeg.IsAtLeast(5, 1)) return [];
        var mean = frames > 1 ? $"round(st(0,max(ld(0),PTS-STARTPTS))/{frames - 1})" : $"{OneFrame(extension)}";
        return [$"-bsf:{place}", $"setts=pts=PTS:dts=DTS:duration='max(1,{mean})'"];
    }

    /// <summary>
    /// For ffmpeg: the film's own steps in files that can have them, and for where a track begins such that are fine
    /// enough for its sound.
    /// </summary>
    public string[] Timescales()
    {
        var steps = film.TimeBase.Denominator;
        return
        [
            "-video_track_timescale", $"{steps}",
            .. Ffmpeg.IsAtLeast(5, 0)
                ? ["-movie_timescale", $"{steps * Math.Max(1, (FineSteps + steps - 1) / steps)}"]
                : Array.Empty<string>(),
        ];
    }

    /// <summary>
    /// For ffmpeg: keeps what an edit list hides before the beginning out of files without edit lists. Of sound one
    /// packet stays, which decoders need to begin.
    /// </summary>
    /// <param name="place">Of the stream among the result's.</param>
    /// <param name="stream">As it is in the film.</param>
    public static string[] WithoutHidden(int place, ProbedStream stream)
    {
        if (!Ffmpeg.IsAtLeast(5, 0)) return [$"-copypriorss:{place}", "0"];
        return [$"-bsf:{place}", $"noise=drop='lte(pts+{(stream.CodecType == "audio" ? 2 : 1)}*d,0)'"];
    }

    private long OneFrame(string extension)
    {
        var (steps, rate) = (film.TimeBase.Denominator, film.Rate);
        return new Fraction(rate.Denominator, rate.Numerator)
            .Convert(1, new Fraction(1, FilmContainer.IsMatroska(extension) ? 1000 : steps));
    }
}
