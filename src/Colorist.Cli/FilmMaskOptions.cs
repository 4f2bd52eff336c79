using System.CommandLine;

namespace Colorist.Cli;

/// <summary>The option of the command line that limits looks to a part of a film.</summary>
internal sealed class FilmMaskOptions
{
    private readonly Option<string[]> mask = new("--mask")
    {
        Description =
            "picture as large as --still gives the first frame, or TIME=PICTURE for the frame at TIME: style, --vivid, reference, tone and saturation act where it is white, follow what moves, and end with the shot; may be given again",
    };

    public void AddTo(Command command) => command.Options.Add(mask);

    /// <exception cref="PhotoException">A mask cannot be read, or has another size than the film shows.</exception>
    public IReadOnlyList<FilmMask> Read(ParseResult parsed, Film film) =>
        [.. parsed.GetValue(mask)!.Select(typed => FilmTime.ParseBefore(typed) is var (at, path)
            ? FilmMask.FromFile(path, film, at)
            : FilmMask.FromFile(typed, film))];
}
