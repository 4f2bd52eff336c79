using Spectre.Console;

namespace Colorist.Cli;

/// <summary>Shows how a batch gets on: a bar for whoever watches a terminal, a line for each photo otherwise, JSON or nothing where that is asked for.</summary>
internal static class BatchDisplay
{
    /// <summary>Does the work and shows the results that it tells of.</summary>
    public static void Show(BatchCount count, Talk talk, Action<Action<PhotoReport>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (talk != Talk.Lines) ShowShort(count, talk, work);
        else if (Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive) ShowLines(count, work);
        else ShowBar(console, count, work);
    }

    private static void ShowLines(BatchCount count, Action<Action<PhotoReport>> work) => work(result =>
    {
        count.Add(result);
        if (result.Error is null) Console.WriteLine($"{result} ({count})");
        else if (result.IsInColor) Console.WriteLine($"{result.Input}: in colour, left alone ({count})");
        else Console.Error.WriteLine($"colorist: {result.Error}");
    });

    private static void ShowShort(BatchCount count, Talk talk, Action<Action<PhotoReport>> work) => work(result =>
    {
        count.Add(result);
        if (talk == Talk.Json) Console.WriteLine(result.ToJson());
        if (result.Error is not null && !result.IsInColor) Console.Error.WriteLine($"colorist: {result.Error}");
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
