using System.Diagnostics;
using System.Text.Json;

namespace Colorist.Hostile;

/// <summary>A worker as its run sees it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(60); // generous: other work may run beside

    private readonly Process process =
        Process.Start(new ProcessStartInfo("dotnet", [typeof(Worker).Assembly.Location, "worker"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private readonly List<string> said = [];

    public WorkerProcess()
    {
        process.ErrorDataReceived += (_, line) =>
        {
            lock (said) said.Add(line.Data ?? "");
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Whether it can run no more.</summary>
    public bool HasEnded { get; private set; }

    public Outcome Run(string kind, int seed)
    {
        var clock = Stopwatch.StartNew();
        process.StandardInput.WriteLine($"{kind}:{seed}");
        var answer = process.StandardOutput.ReadLineAsync();
        if (answer.Wait(MaxTime) && answer.Result is { } line) return JsonSerializer.Deserialize<Outcome>(line)!;
        HasEnded = true;
        var ended = process.WaitForExit(answer.IsCompleted ? 10_000 : 0);
        if (!ended) process.Kill(entireProcessTree: true);
        return new Outcome(kind, seed, End.Failed, clock.Elapsed.TotalSeconds, 0, ended
            ? $"ended with exit code {process.ExitCode}: {LastWords()}"
            : "no end");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(10_000)) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private string LastWords()
    {
        lock (said) return string.Join(" | ", said.TakeLast(12));
    }
}
