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
        .. parsed.GetValue(strokes)!.Select(typed => Strokes(typed, film) ?? throw Wrong(strokes, typed, "PICTURE")),
        .. parsed.GetValue(points)!
            .Select(typed => FilmHints.ParsePoint(typed, film) ?? throw Wrong(points, typed, "x,y,#rrggbb")),
    ];

    private static FilmHints? Strokes(string typed, Film film) =>
        FilmTime.ParseBefore(typed) is var (at, path)
            ? new FilmHints(at, Hints.Load(path, film.ShownWidth, film.ShownHeight))
            : null;

    private static ArgumentException Wrong(Option option, string typed, string form) => new(
        $"expected {option.Name} TIME={form}, TIME as seconds, m:ss or h:mm:ss, found {typed}");
}
