using Spectre.Console;

namespace Colorist.Cli;

/// <summary>
/// Shows how a batch gets on: a bar for whoever watches a terminal, a line for each photo otherwise, JSON or nothing
/// where that is asked for.
/// </summary>
internal static class BatchDisplay
{
    /// <summary>Does the work and shows the results that it tells of.</summary>
    public static void Show(BatchCount count, Talk talk, Action<Action<PhotoReport>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (talk != Talk.Lines || Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive)
            ShowLines(count, talk, work);
        else ShowBar(console, count, work);
    }

    /// <summary>Says what became of a photo, for whoever does not watch a bar.</summary>
    /// <param name="result">Of the photo.</param>
    /// <param name="talk">How.</param>
    /// <param name="end">How far the batch is, at the end of a line for people.</param>
    public static void Say(PhotoReport result, Talk talk, string end)
    {
        if (talk == Talk.Json) Console.WriteLine(result.ToJson());
        if (result.Error is not null && !result.IsInColor) Console.Error.WriteLine($"colorist: {result.Error}");
        else if (talk == Talk.Lines)
            Console.WriteLine((result.IsInColor ? $"{result.Input}: in colour, left alone" : $"{result}") + end);
    }

    private static void ShowLines(BatchCount count, Talk talk, Action<Action<PhotoReport>> work) => work(result =>
    {
        count.Add(result);
        Say(result, talk, $" ({count})");
    });

    private static void ShowBar(IAnsiConsole console, BatchCount count, Action<Action<PhotoReport>> work) => console
        .Progress()
        .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(context =>
        {
            var bar = context.AddTask(count.ToString(), maxValue: count.Total);
            work(result =>
            {
                count.Add(result);
                if (result.Error is not null && !result.IsInColor) console.WriteLine($"colorist: {result.Error}");
                else if (result.Remark is not null) console.WriteLine(Printable.Line(result.ToString()));
                bar.Description = count.ToString();
                bar.Value = count.Done;
            });
        });
}
