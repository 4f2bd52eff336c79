using System.Diagnostics;

namespace Colorist.Hostile;

/// <summary>The command of the products, and ffmpeg, as users run them.</summary>
internal static class Command
{
    public static Process Start(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Colorist.Cli.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true
            })!;

    /// <returns>The exit code.</returns>
    public static int Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        // a stack trace is no answer
        return error.Result.Contains("   at ", StringComparison.Ordinal) ? -1 : process.ExitCode;
    }

    /// <returns>What it wrote; null if it failed.</returns>
    public static string? Ffmpeg(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", .. arguments])
        {
            RedirectStandardOutput = true
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }
}
