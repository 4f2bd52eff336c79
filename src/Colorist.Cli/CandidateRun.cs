using System.CommandLine;

namespace Colorist.Cli;

/// <summary>
/// Colours one photo in several ways: into files NAME-1, NAME-2 and so on, or as one picture to choose from.
/// </summary>
internal sealed class CandidateRun
{
    private readonly Option<int?> count = new("--candidates")
    {
        Description =
            "so many different colourings of one photo, 2 to 9: NAME-1 is the usual one; with --contact-sheet as one picture",
    };

    public void AddTo(Command command) => command.Options.Add(count);

    /// <summary>How many are asked for; null for none.</summary>
    /// <exception cref="ArgumentException">The number is out of its range.</exception>
    public int? Read(ParseResult parsed) =>
        parsed.GetValue(count) is not (< Colorizer.MinCandidates or > Colorizer.MaxCandidates) and var wanted
        ? wanted
        : throw new ArgumentException(
            $"expected {count.Name} {Colorizer.MinCandidates} to {Colorizer.MaxCandidates}, found {parsed.GetValue(count)}");

    /// <summary>Colours into files.</summary>
    /// <param name="job">The photo, and the file whose name is numbered.</param>
    /// <param name="colorizer">The model.</param>
    /// <param name="number">How many.</param>
    /// <param name="options">How photos are coloured and written, but for the look.</param>
    /// <param name="look">Which colours are wanted.</param>
    /// <param name="done">Hears of each file.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="ArgumentException">
    /// The photo comes from or goes to a pipe, or the model has no candidates.
    /// </exception>
    /// <exception cref="ColoristException">The photo cannot be read or coloured, or a file not be written.</exception>
    public static void Color(PhotoJob job, Colorizer colorizer, int number, PhotoOptions options, PhotoLook look,
        Action<PhotoReport> done, CancellationToken stop)
    {
        if (job.Input == PhotoJob.Pipe || job.Output == PhotoJob.Pipe)
            throw new ArgumentException("expected a photo in a file and files for its candidates, found a pipe");
        using var photo = Photo.Load(job.Input, options.Load, stop);
        string Numbered(int candidate) => Path.ChangeExtension(job.Output, null)
            + FormattableString.Invariant($"-{candidate}") + Path.GetExtension(job.Output);
        if (Enumerable.Range(1, number).Select(Numbered).FirstOrDefault(File.Exists) is { } there
            && !options.Save.Overwrite)
            throw new PhotoException(there, "no file yet", "one that is already there")
            {
                Option = nameof(PhotoSaveOptions.Overwrite)
            };
        options = options with { Look = look.For(photo, job.Input) };
        var results = new PhotoColorizer(colorizer).ColorizeCandidates(photo, Numbered, number, options, stop);
        foreach (var (index, result) in results.Index())
            done(PhotoReport.From(
                job with { Output = Numbered(index + 1) }, result) with
            { Candidate = $"{index + 1} of {number}" });
    }
}
