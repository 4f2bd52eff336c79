using System.CommandLine;

namespace Colorist.Cli;

/// <summary><c>colorist watch</c>: colours the photographs that arrive in a folder, until it is stopped.</summary>
internal static class WatchCommand
{
    private static readonly Argument<string> Folder = new("folder")
    {
        Description = "folder in which photos arrive, and folders of them"
    };
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "folder for the coloured photos, made if it is not there; what has a result there is done",
        Required = true,
    };

    private static readonly Option<string?> Format = PhotoDialOptions.Format();
    private static readonly Option<string?> Report = new("--report")
    {
        Description = "file to which a line of JSON is added for each photo"
    };
    private static readonly Option<float> Every = new("--every")
    {
        Description =
            "seconds between two looks at the folder, 0.1 to 3600; a photo is taken when it did not change from one to the next",
        DefaultValueFactory = _ => 2,
    };

    private static readonly ModelOptions Models = new();
    private static readonly PhotoDialOptions Dials = new();
    private static readonly PhotoLookOptions Looks = new();
    private static readonly TalkOptions Talking = new();

    public static Command Create(Interruption stop)
    {
        var command = new Command("watch", "Colour the photographs that arrive in a folder, until Ctrl+C.")
        {
            Folder, Output, Format, Report, Every
        };
        Models.AddTo(command);
        Looks.AddTo(command);
        Dials.AddTo(command);
        Talking.AddOutputTo(command);
        command.SetAction(parsed => Run(parsed, stop));
        return command;
    }

    private static int Run(ParseResult parsed, Interruption stop)
    {
        var (folder, results) = (parsed.GetValue(Folder)!, parsed.GetValue(Output)!);
        var pause = parsed.GetValue(Every) is >= 0.1f and <= 3600 and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new ArgumentException($"expected {Every.Name} 0.1 to 3600, found {parsed.GetValue(Every)}");
        if (!Directory.Exists(folder)) throw new ArgumentException($"expected a folder to watch, found {folder}");
        if (SamePath.Is(folder, results))
            throw new ArgumentException(
                $"expected {Output.Name} to be another folder than the one that is watched, found {results}");
        if (Looks.IsForOne(parsed))
            throw new ArgumentException("expected what holds for all photos, found --hints, --hint or --mask");
        var options = Dials.Read(parsed, overwrite: false) with { Load = Looks.Load(parsed) };
        var extension = parsed.GetValue(Format) is { } format ? "." + format : null;
        using var report = parsed.GetValue(Report) is { } path ? new BatchReport(path) : null;
        using var colorizer = Models.Open(parsed);
        var look = Looks.Read(parsed, colorizer, options.Look);
        look.CheckFor(colorizer);
        options.CheckFor(colorizer);
        var coloring = new JobColorizer(colorizer, look, options, makesFolders: true, Dials.SaysScene(parsed));
        var count = Watch(new Arrivals(folder, results, extension), coloring, Models.Threads(parsed), pause, report,
            Talking.Read(parsed), stop);
        if (Talking.Read(parsed) == Talk.Lines) Console.WriteLine(count.SummaryOfArrivals());
        return report is { IsBroken: true } ? 1 : 0;
    }

    private static BatchCount Watch(
        Arrivals arrivals, JobColorizer coloring, int threads, TimeSpan pause, BatchReport? report, Talk talk,
        Interruption stop)
    {
        var count = new BatchCount();
        if (talk == Talk.Lines) Console.Error.WriteLine("colorist: waiting for photos; Ctrl+C ends it");
        do
        {
            PhotoBatch.Run(arrivals.Look(), coloring, threads, Say, stop);
        }
        while (!stop.Soon.WaitHandle.WaitOne(pause));
        return count;

        void Say(PhotoReport result)
        {
            report?.Add(result.ToJson());
            count.Add(result);
            BatchDisplay.Say(result, talk, "");
        }
    }
}
