using System.Collections.Concurrent;
using System.Diagnostics;

namespace Colorist.Cli.Tests;

/// <summary>The command at work, to send signals to.</summary>
internal sealed class RunningCommand : IDisposable
{
    private readonly Task<string> output;
    private readonly Task reading;

    /// <param name="before">What starts the command, if anything.</param>
    /// <param name="arguments">Of the command.</param>
    public RunningCommand(string[] before, params string[] arguments)
    {
        string[] line = [.. before, "dotnet", Path.Combine(AppContext.BaseDirectory, "Colorist.Cli.dll"), .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        Command.Prepare(start);
        Process = Process.Start(start)!;
        output = Process.StandardOutput.ReadToEndAsync();
        reading = Task.Run(() =>
        {
            while (Process.StandardError.ReadLine() is { } error) Errors.Enqueue(error);
        });
    }

    public Process Process { get; }

    /// <summary>The lines of standard error so far.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Sends a signal to the process, or to all processes that it started too.</summary>
    public void Signal(string name, bool group = false)
    {
        using var kill = Process.Start("kill", [$"-{name}", "--", group ? $"-{Process.Id}" : $"{Process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The lines of standard output and standard error.</returns>
    public async Task<(string[] Output, string[] Error)> End()
    {
        await reading;
        await Process.WaitForExitAsync();
        return ((await output).Split('\n', StringSplitOptions.RemoveEmptyEntries), [.. Errors]);
    }

    public void Dispose() => Process.Dispose();
}
