using System.CommandLine;

namespace Colorist.Cli;

/// <summary><c>colorist photo</c>: colours photographs.</summary>
internal static class PhotoCommand
{
    private static readonly Argument<string[]> Photos = new("photos")
    {
        Description =
            "pictures (JPEG, PNG, TIFF, WebP, AVIF, ...), folders of them, globs (quoted: 'scans/**/*.tif'), or - for standard input",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> List = new("--list")
    {
        Description = "file with one picture or folder a line; - for standard input"
    };
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description =
            "coloured picture, or a folder for several; NAME-colour beside a single photo by default; - for standard output",
    };

    private static readonly Option<string?> Format = PhotoDialOptions.Format();

    private static readonly Option<bool> Overwrite = new("--overwrite")
    {
        Description = "replace results that are there; without it they count as done"
    };
    private static readonly Option<string?> Report = new("--report")
    {
        Description = "file to which a line of JSON is added for each photo"
    };
    private static readonly Option<string?> Sheet = new("--contact-sheet")
    {
        Description =
            "instead of colouring a photo: picture file that shows one photo in all moods with their names, or in its --candidates, to choose from; in the folder of --output if that is given",
    };

    private static readonly Option<string?> DoubtMap = new("--doubt-map")
    {
        Description =
            "picture file beside the coloured photo that shows where one photo's colours are unsure, blue sure to yellow a guess, and where hints would help; says --doubt too",
    };

    private static readonly ModelOptions Models = new();
    private static readonly TalkOptions Talking = new();
    private static readonly PhotoDialOptions Dials = new();
    private static readonly PhotoLookOptions Looks = new();
    private static readonly CandidateRun Several = new();

    public static Command Create(Interruption stop)
    {
        var command = new Command("photo", "Colour photographs. The lightness of every pixel stays as it is.")
        {
            Photos, List, Output, Format, Overwrite, Report, Sheet, DoubtMap,
        };
        Models.AddTo(command);
        Several.AddTo(command);
        Looks.AddTo(command);
        Dials.AddTo(command);
        Talking.AddTo(command);
        command.SetAction(parsed => Run(parsed, stop));
        return command;
    }

    private static int Run(ParseResult parsed, Interruption stop)
    {
        var photos = parsed.GetValue(Photos)!;
        if (parsed.GetValue(Sheet) is { } sheet) return MakeSheet(parsed, sheet, stop.Soon);
        var single = photos is [var only] && parsed.GetValue(List) is null
            && (only == PhotoJob.Pipe || InputFiles.IsFile(only));
        var extension = parsed.GetValue(Format) is { } format ? "." + format : null;
        List<InputFile> files = single ? [] : [.. Files(parsed, stop.Soon)];
        var several = Several.Read(parsed);
        if (!single && several is not null)
            throw new ArgumentException("expected one photo for --candidates, found several or a folder");
        if (!single && Looks.IsForOne(parsed))
            throw new ArgumentException("expected one photo for --hints, --hint and --mask, found several or a folder");
        var jobs = single
            ? [PhotoJobs.Single(photos[0], parsed.GetValue(Output), extension)]
            : PhotoJobs.Many(files.Where(file => file.IsRead), Folder(parsed), extension);
        var map = parsed.GetValue(DoubtMap);
        if (map is not null && (!single || several is not null))
            throw new ArgumentException($"expected one photo in one colouring for {DoubtMap.Name}, found several");
        var options = Dials.Read(parsed, parsed.GetValue(Overwrite)) with { Load = Looks.Load(parsed) };
        if (map is not null) options = options with { Doubt = true };
        var talk = Talking.Read(parsed);
        if (Talking.IsDryRun(parsed)) return PhotoPlan.Say(jobs, parsed.GetValue(Overwrite), talk);
        using var report = parsed.GetValue(Report) is { } path ? new BatchReport(path) : null;
        using var colorizer = Models.Open(parsed);
        var look = Looks.Read(parsed, colorizer, options.Look);
        look.CheckFor(colorizer);
        options.CheckFor(colorizer);
        if (several is { } number)
            return ColorCandidates(jobs[0], colorizer, number, options, look, report, talk, stop.Soon);
        var coloring = new JobColorizer(colorizer, look, options, makesFolders: !single, Dials.SaysScene(parsed), map);
        return single
            ? ColorOne(jobs[0], coloring, report, talk, stop.Soon)
            : ColorMany(jobs, coloring, report, parsed, files.Count(file => !file.IsRead), stop);
    }

    private static int MakeSheet(ParseResult parsed, string path, CancellationToken stop)
    {
        if (parsed.GetValue(Photos) is not [var only] || !InputFiles.IsFile(only) || parsed.GetValue(List) is not null)
            throw new ArgumentException(
                $"expected one photo for {Sheet.Name}, found {string.Join(", ", parsed.GetValue(Photos)!.DefaultIfEmpty("none"))}");
        if (parsed.GetValue(Output) is { } folder)
        {
            if (!Directory.Exists(folder))
                throw new ArgumentException(
                    $"expected a folder that exists for {Output.Name} beside {Sheet.Name}, found {folder}");
            path = Path.Combine(folder, path);
        }

        using var colorizer = Models.Open(parsed);
        using var photo = Photo.Load(only, Looks.Load(parsed), stop);
        var options = Dials.Read(parsed, parsed.GetValue(Overwrite));
        var look = Looks.Read(parsed, colorizer, options.Look);
        look.CheckFor(colorizer);
        if (look.HasHints) throw new ArgumentException($"expected {Sheet.Name} without hints, found some");
        if (Several.Read(parsed) is { } number)
            CandidateSheet.Write(path, photo, colorizer, number, options with { Look = look.Common }, stop);
        else MoodSheet.Write(path, photo, colorizer, options with { Look = look.Common }, stop);
        Console.WriteLine(path);
        return 0;
    }

    private static IEnumerable<InputFile> Files(ParseResult parsed, CancellationToken stop)
    {
        var results = Folder(parsed);
        var files = parsed.GetValue(Photos)!.SelectMany(photo => InputFiles.Find(photo, results));
        return parsed.GetValue(List) is { } list ? files.Concat(InputFiles.Listed(list, results, stop)) : files;
    }

    private static string Folder(ParseResult parsed)
    {
        var folder = parsed.GetValue(Output);
        if (parsed.GetValue(Photos)!.Length == 0 && parsed.GetValue(List) is null)
            throw new ArgumentException("expected a photo, a folder, a glob or --list, found none");
        if (folder is null or PhotoJob.Pipe)
            throw new ArgumentException($"expected --output FOLDER for several photos, found {folder ?? "none"}");
        if (File.Exists(folder) || (InputFiles.IsPicture(folder) && !Directory.Exists(folder)))
            throw new ArgumentException($"expected --output to be a folder for several photos, found {folder}");
        return folder;
    }

    private static int ColorOne(
        PhotoJob job, JobColorizer colorizer, BatchReport? report, Talk talk, CancellationToken stop)
    {
        var result = colorizer.Color(job, stop);
        report?.Add(result.ToJson());
        if (result.Error is not null) Console.Error.WriteLine($"colorist: {result.Error}");
        var words = job.Output == PhotoJob.Pipe ? Console.Error : Console.Out;
        if (talk == Talk.Json) words.WriteLine(result.ToJson());
        else if (talk == Talk.Lines && result.Error is null) words.WriteLine(result);
        return result.Error is null && report is not { IsBroken: true } ? 0 : 1;
    }

    private static int ColorCandidates(
        PhotoJob job, Colorizer colorizer, int number, PhotoOptions options, PhotoLook look, BatchReport? report,
        Talk talk, CancellationToken stop)
    {
        CandidateRun.Color(job, colorizer, number, options, look, result =>
        {
            report?.Add(result.ToJson());
            if (talk == Talk.Json) Console.WriteLine(result.ToJson());
            else if (talk == Talk.Lines) Console.WriteLine(result);
        }, stop);
        return report is { IsBroken: true } ? 1 : 0;
    }

    private static int ColorMany(
        IReadOnlyList<PhotoJob> jobs, JobColorizer colorizer, BatchReport? report, ParseResult parsed, int unread,
        Interruption stop)
    {
        if (jobs.Count == 0)
            throw new ArgumentException("expected photos, found none there"
                + (unread > 0 ? $" but {unread} of formats that are not read" : ""));
        var (overwrite, talk) = (parsed.GetValue(Overwrite), Talking.Read(parsed));
        var toDo = jobs.Where(job => overwrite || job.Refusal is not null || !File.Exists(job.Output)).ToList();
        var count = new BatchCount(toDo.Count);
        using var heard = stop.Soon
            .Register(() => Console.Error
                .WriteLine("colorist: the photos in work are finished first; the same once more drops them"));
        BatchDisplay.Show(count, talk, show => PhotoBatch.Run(
            toDo,
            colorizer,
            Models.Threads(parsed),
            result =>
            {
                report?.Add(result.ToJson());
                show(result);
            },
            stop));
        if (talk == Talk.Lines) Console.WriteLine(count.Summary(alreadyThere: jobs.Count - toDo.Count, unread));
        return count.Done < count.Total
            ? Interruption.ExitCode
            : count.Failed == 0 && report is not { IsBroken: true } ? 0 : 1;
    }
}
