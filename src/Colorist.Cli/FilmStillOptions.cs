using System.CommandLine;

namespace Colorist.Cli;

/// <summary>The options of the command line for films that are coloured from stills.</summary>
internal sealed class FilmStillOptions
{
    private readonly Option<string?> stills = new("--stills")
    {
        Description =
            "instead of colouring: the clearest frame of each shot as a picture in this folder, to be coloured elsewhere for --references",
    };

    private readonly Option<string?> references = new("--references")
    {
        Description =
            "folder of coloured stills, called ref_000120.png after the frame or 0-01-30.5.png after the time: their shots take their colours",
    };

    private readonly Option<string?> cuts = new("--cuts")
    {
        Description =
            "file with a line for each shot, the number or the time of its first frame; found by itself without"
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[stills, references, cuts]) command.Options.Add(option);
    }

    /// <summary>Writes the stills if they are asked for.</summary>
    /// <returns>Whether that was all that was asked for.</returns>
    /// <exception cref="ColoristException">
    /// The film cannot be read, or a file is there and not to be replaced.
    /// </exception>
    public bool Write(ParseResult parsed, Film film, bool overwrite, CancellationToken stop)
    {
        if (parsed.GetValue(stills) is not { } folder) return false;
        var count = 0;
        foreach (var still in FilmStills.Write(film, folder, Cuts(parsed, film), overwrite, stop: stop))
        {
            Console.WriteLine(still.Path);
            count++;
        }

        Console.WriteLine($"{folder}: {count:n0} stills, to be coloured and given back with {references.Name}");
        return true;
    }

    /// <summary>Options with the stills and cuts that are asked for.</summary>
    /// <exception cref="ColoristException">A file or folder is not there, or not as it should be.</exception>
    public FilmOptions On(FilmOptions options, ParseResult parsed, Film film) => options with
    {
        References = parsed.GetValue(references) is { } folder ? FilmReference.FromFolder(folder, film) : [],
        Cuts = Cuts(parsed, film),
    };

    private IReadOnlyList<TimeSpan>? Cuts(ParseResult parsed, Film film) =>
        parsed.GetValue(cuts) is { } path ? FilmCuts.Read(path, film) : null;
}
