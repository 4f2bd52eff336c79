namespace Colorist.Cli;

/// <summary>What became of a film: the line of <c>--json</c> and <c>--report</c>.</summary>
/// <param name="Film">The film.</param>
/// <param name="Output">The coloured film.</param>
/// <param name="Frames">Frames in it; with <c>--dry-run</c> those expected, 0 if unknown.</param>
/// <param name="Seconds">Of this run; null with <c>--dry-run</c>.</param>
/// <param name="FramesPerSecond">Of this run; null with <c>--dry-run</c>.</param>
/// <param name="Notes">What is to be known of the film and the result.</param>
/// <param name="Damages">Where the film is broken: the time in seconds and ffmpeg's words.</param>
internal sealed record FilmReport(
    string Film, string Output, long Frames, double? Seconds, double? FramesPerSecond, IReadOnlyList<string> Notes,
    IReadOnlyList<FilmReport.Damage> Damages)
{
    /// <summary>A place where the film is broken.</summary>
    /// <param name="NearSeconds">Time of the last frame before it.</param>
    /// <param name="Message">What ffmpeg said.</param>
    internal sealed record Damage(double NearSeconds, string Message);

    public static FilmReport For(Film film, string output, IReadOnlyList<string> remarks, FilmResult result) => new(
        film.Path, output, result.Frames, Math.Round(result.Elapsed.TotalSeconds, 3),
        Math.Round(result.FramesPerSecond, 1), [.. remarks, .. result.Notes],
        [.. result.Damages.Select(damage => new Damage(damage.Near.TotalSeconds, damage.Message))]);

    /// <summary>The same for people.</summary>
    public override string ToString() => Seconds is null
        ? $"{Film} -> {Output}, {(Frames > 0 ? $"about {Frames:n0} frames" : "of unknown length")}"
        : $"{Printable.Line(Output)}: {Frames:n0} frames, {Seconds:f1} s, {FramesPerSecond:f1} frames a second";
}
