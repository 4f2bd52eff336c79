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
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Colorist.Cli.dll"), .. arguments]) { RedirectStandardOutput = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(10))
        {
            process.Refresh();
            if (!process.HasExited) peak = Math.Max(peak, process.PeakWorkingSet64);
        }
        if (process.ExitCode != 0) throw new InvalidOperationException($"colorist {string.Join(' ', arguments)}: exit code {process.ExitCode}");
        output.Wait();
        return new ColoristRun(clock.Elapsed.TotalSeconds, peak / 1e6);
    }
}
