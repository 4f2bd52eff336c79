using System.CommandLine;
using Colorist.Web;

namespace Colorist.Cli;

/// <summary><c>colorist study</c>: makes studies of naturalness, and says what they found.</summary>
internal static class StudyCommand
{
    public static Command Create(CancellationToken stop) =>
        new("study",
            "Studies of naturalness: people say which colours look natural, without knowing whose they are.")
        {
            StudyCreateCommand.Create(stop), Report(),
        };

    private static Command Report()
    {
        var folder = new Argument<string>("study") { Description = "folder of the study" };
        var plot = new Option<string?>("--plot") { Description = "draw the rates into this .svg file" };
        var overwrite = new Option<bool>("--overwrite") { Description = "replace a plot that is there" };
        var json = new Option<bool>("--json") { Description = "say it as one line of JSON" };
        var command = new Command("report",
            "Say how natural each method looks: medians, quartiles, intervals, tests.")
        {
            folder, plot, overwrite, json
        };
        command.SetAction(parsed =>
        {
            var report = StudyReport.Read(parsed.GetValue(folder)!);
            if (parsed.GetValue(plot) is { } path) StudyPlot.Save(report, path, parsed.GetValue(overwrite));
            Console.WriteLine(parsed.GetValue(json) ? JsonLines.Write(report) : StudyTable.Write(report));
        });
        return command;
    }
}
