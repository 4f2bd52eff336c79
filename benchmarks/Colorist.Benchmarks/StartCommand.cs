using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Colorist.Benchmarks.Network;

namespace Colorist.Benchmarks;

/// <summary><c>start</c>: how long a small photo takes from the shell, and where that time goes.</summary>
internal static class StartCommand
{
    private const string Project = "src/Colorist.Cli";

    public static Command Create()
    {
        var sample = new Argument<string>("sample") { Description = "a small picture" };
        var runs = new Option<int>("--runs")
        {
            Description = "processes for each number; the middle one counts",
            DefaultValueFactory = _ => 7
        };
        var stages = new Option<bool>("--stages")
        {
            Description = "in this process, once: what the other runs start",
            Hidden = true
        };
        var results = new ResultOptions();
        var command = new Command("start",
            "Time colorist photo on a small picture, and its parts. Run it in the project's folder.")
        {
            sample, runs, stages
        };
        results.AddTo(command);
        command.SetAction(parsed => TemporaryFolder.Use(folder =>
        {
            var output = Path.Combine(folder, "out.png");
            if (parsed.GetValue(stages)) return StartStages.Print(parsed.GetValue(sample)!, output);
            return results.Conclude(parsed, Print(parsed.GetValue(sample)!, output, parsed.GetValue(runs)));
        }));
        return command;
    }

    private static Result[] Print(string sample, string output, int runs)
    {
        string[] photo = ["photo", sample, "-o", output, "--overwrite"];
        var whole = Median(runs, () => ColoristRun.Measure(photo).Seconds);
        var nothing = Median(runs, () => ColoristRun.Measure("--version").Seconds);
        Console.WriteLine("| | ms |\n|---|--:|");
        PrintRow("colorist photo, built", whole);
        PrintRow("of it the runtime and the command line (--version)", nothing);
        if (Directory.Exists(Project))
            PrintRow($"dotnet run --project {Project}, built before",
                Median(3, () => Seconds(["run", "--project", Project, "-c", "Release", "--", .. photo])));
        foreach (var (name, seconds) in Stages(sample, runs)) PrintRow(name, seconds);
        return [new Result("start of colorist photo", whole, MatrixProduct.Rate(threads: 0))];
    }

    private static void PrintRow(string name, double seconds) =>
        Console.WriteLine($"| {name} | {(seconds * 1000).ToString("f0", CultureInfo.InvariantCulture)} |");

    /// <summary>Each of them measured in so many fresh processes.</summary>
    private static IEnumerable<(string Name, double Seconds)> Stages(string sample, int runs) =>
        Enumerable.Range(0, runs)
        .SelectMany(_ => ColoristRun.Dotnet([typeof(StartCommand).Assembly.Location, "start", sample, "--stages"])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Select(line => line.Split('\t'))
        .GroupBy(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture))
        .Select(stage => (stage.Key, stage.Order().ElementAt(runs / 2)));

    private static double Median(int runs, Func<double> measure) =>
        Enumerable.Range(0, runs).Select(_ => measure()).Order().ElementAt(runs / 2);

    private static double Seconds(string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        ColoristRun.Dotnet(arguments);
        return clock.Elapsed.TotalSeconds;
    }
}
