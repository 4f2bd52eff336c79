using System.Diagnostics;

namespace Colorist.Benchmarks;

/// <summary>One run of the command, as a user starts it.</summary>
/// <param name="Seconds">Wall time from start to end.</param>
/// <param name="PeakMegabytes">Highest resident memory, read from the system every 10 milliseconds.</param>
internal sealed record ColoristRun(double Seconds, double PeakMegabytes)
{
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public static ColoristRun Measure(params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        long peak = 0;
        Dotnet([Path.Combine(AppContext.BaseDirectory, "Colorist.Cli.dll"), .. arguments], process =>
        {
            while (!process.WaitForExit(10)) peak = Math.Max(peak, Memory(process));
        });
        return new ColoristRun(clock.Elapsed.TotalSeconds, peak / 1e6);
    }

    /// <summary>Runs <c>dotnet</c>.</summary>
    /// <param name="arguments">Its own.</param>
    /// <param name="watch">Told of the process once it is started.</param>
    /// <returns>What it prints.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Dotnet(string[] arguments, Action<Process>? watch = null)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        watch?.Invoke(process);
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException(
                $"dotnet {string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }

    /// <returns>0 of a process that has ended meanwhile.</returns>
    private static long Memory(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
