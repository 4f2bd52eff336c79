using System.CommandLine;

namespace Colorist.Cli;

/// <summary>The options of the command line that put colours on single frames of a film.</summary>
internal sealed class FilmHintOptions
{
    private readonly Option<string[]> strokes = new("--hints")
    {
        Description =
            "TIME=PICTURE, for the shot of the frame at TIME: strokes of colour on a transparent ground, as large as --still gives that frame; may be given again",
    };

    private readonly Option<string[]> points = new("--hint")
    {
        Description = "the same for one pixel: TIME=x,y,#rrggbb, counted from 0,0 at the upper left; may be given again"
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[strokes, points]) command.Options.Add(option);
    }

    /// <exception cref="ArgumentException">One is not written as it should be.</exception>
    /// <exception cref="PhotoException">Strokes cannot be read, or have another size.</exception>
    /// <exception cref="FilmException">A point lies outside the frames.</exception>
    public IReadOnlyList<FilmHints> Read(ParseResult parsed, Film film) =>
    [
        .. parsed.GetValue(strokes)!
            .Select(
                typed => Timed(strokes, typed, "PICTURE", path => Hints.Load(path, film.ShownWidth, film.ShownHeight))),
        .. parsed.GetValue(points)!.Select(typed => Timed(points, typed, "x,y,#rrggbb", what => Point(what, film))),
    ];

    private static FilmHints Timed(Option option, string typed, string form, Func<string, Hints?> read) =>
        typed.Split('=', 2) is [var time, { Length: > 0 } what] && FilmTime.Parse(time) is { } at
            && read(what) is { } hints
            ? new FilmHints(at, hints)
            : throw new ArgumentException(
                $"expected {option.Name} TIME={form}, TIME as seconds, m:ss or h:mm:ss, found {typed}");

    private static Hints? Point(string typed, Film film)
    {
        var (width, height) = (film.ShownWidth, film.ShownHeight);
        if (PointHint.Parse(typed) is not { } point) return null;
        return point.X < width && point.Y < height
            ? Hints.FromPoints(width, height, [(point.X, point.Y, point.Red, point.Green, point.Blue)])
            : throw new FilmException(
                film.Path, $"hints within its {width}×{height} pixels", $"one at {point.X},{point.Y}");
    }
}
