using System.CommandLine;

namespace Colorist.Benchmarks.Network;

/// <summary><c>network</c>: the paper's table of computing times for this machine.</summary>
internal static class NetworkCommand
{
    public static Command Create()
    {
        var sides = new Option<int[]>("--sides")
        {
            Description = "sides of the square pictures, multiples of 8",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [224, 512, 1024, 2048],
        };
        var threads = new Option<int[]>("--threads")
        {
            Description = "numbers of threads, 0 for all; a table each",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [0, 1],
        };
        var results = new ResultOptions();
        var command = new Command("network",
            "Print the paper's table of computing times: its network with random weights.") { sides, threads };
        results.AddTo(command);
        command.SetAction(parsed => TemporaryFolder.Use(folder =>
        {
            PaperNetwork.Write(folder);
            var rows = parsed.GetValue(threads)!
                .SelectMany(count => new NetworkTable(folder, count).Print(parsed.GetValue(sides)!)).ToList();
            return results.Conclude(parsed, rows);
        }));
        return command;
    }
}
