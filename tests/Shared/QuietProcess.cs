using System.Diagnostics;
using System.Globalization;

namespace Colorist.Tests;

/// <summary>
/// A program in a new home, without the variable CI under which ONNX Runtime is silent by itself: what it leaves there,
/// and whom it calls.
/// </summary>
internal static class QuietProcess
{
    /// <summary>Runs a program of .NET to its end.</summary>
    /// <param name="folder">Where it starts, and where its home is made.</param>
    /// <param name="arguments">The program's .dll and its arguments.</param>
    /// <returns>
    /// Its exit code, what it said, the files in its home, and the addresses of its sockets (Linux; of others none are
    /// seen).
    /// </returns>
    public static (int ExitCode, string Said, string[] Files, string[] Sockets) Run(
        string folder, params string[] arguments)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, "home")).FullName;
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("XDG_", StringComparison.Ordinal))
            .Concat(["CI", "ORT_DISABLE_TELEMETRY"]).ToList())
            start.Environment.Remove(name);
        start.Environment["HOME"] = home;
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var sockets = new HashSet<string>();
        while (!process.WaitForExit(5)) sockets.UnionWith(Internet(process.Id));
        return (process.ExitCode, string.Concat(said.Result),
            Directory.GetFiles(home, "*", new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = 0
            }), [.. sockets]);
    }

    /// <summary>
    /// The process's sockets that are in the system's tables of TCP and UDP; those of .NET's own diagnostics are files.
    /// </summary>
    public static IEnumerable<string> Internet(int process)
    {
        if (!OperatingSystem.IsLinux()) return [];
        try
        {
            var own = Directory.GetFiles($"/proc/{process}/fd")
                .Select(file => File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name ?? "")
                .Where(name => name.StartsWith("socket:[", StringComparison.Ordinal)).Select(name => name[8..^1])
                .ToHashSet();
            string[] tables = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"];
            return own.Count == 0
                ? []
                : [.. tables.Select(table => $"/proc/{process}/net/{table}").Where(File.Exists)
                    .SelectMany(File.ReadLines)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(row => row.Length > 9 && own.Contains(row[9]))
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row[1]} to {row[2]}"))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return []; // it ended meanwhile
        }
    }
}
