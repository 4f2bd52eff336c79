using Spectre.Console;

namespace Colorist.Cli;

/// <summary>
/// Shows how a film gets on: a bar for whoever watches a terminal, a line now and then otherwise, nothing where that is
/// asked for.
/// </summary>
internal static class FilmDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    /// <summary>Does the work and shows the progress that it tells of.</summary>
    public static FilmResult Show(Talk talk, Func<IProgress<FilmProgress>?, FilmResult> work)
    {
        if (talk != Talk.Lines) return work(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive
            ? work(new Lines())
            : ShowBar(console, work);
    }

    private static FilmResult ShowBar(IAnsiConsole console, Func<IProgress<FilmProgress>, FilmResult> work) => console
        .Progress()
        .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(context => work(new Bar(context.AddTask("beginning"))));

    private static string Line(FilmProgress progress) =>
        (progress.ExpectedFrames > 0
            ? $"{progress.Frames:n0} of {progress.ExpectedFrames:n0} frames"
            : $"{progress.Frames:n0} frames")
        + $", {progress.FramesPerSecond:f1} a second"
        + (progress.LookedAhead > 0 ? $", looking ahead: {progress.LookedAhead:n0}" : "")
        + (progress.Left is { } left ? $", {(int)left.TotalHours}:{left:mm\\:ss} left" : "");

    private sealed class Bar(ProgressTask task) : IProgress<FilmProgress>
    {
        public void Report(FilmProgress value)
        {
            task.Description = Line(value);
            task.IsIndeterminate = value.ExpectedFrames == 0;
            task.MaxValue = Math.Max(value.ExpectedFrames, value.Frames);
            task.Value = value.Frames;
        }
    }

    private sealed class Lines : IProgress<FilmProgress>
    {
        private DateTime next = DateTime.UtcNow + BetweenLines;

        public void Report(FilmProgress value)
        {
            if (DateTime.UtcNow < next) return;
            next = DateTime.UtcNow + BetweenLines;
            Console.WriteLine(Line(value));
        }
    }
}
