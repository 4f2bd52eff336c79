using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Colorist.Hostile;

/// <summary>
/// A process that runs cases one after the other: a line with a kind and a seed comes in, a line of JSON goes out.
/// </summary>
internal static class Worker
{
    private const long MaxGrowth = 1L << 30; // bytes; the limit for pictures that are held whole, and some

    public static int Serve()
    {
        while (Console.In.ReadLine() is { } line)
        {
            var (kind, seed) = Parse(line);
            Console.Out.WriteLine(JsonSerializer.Serialize(Run(kind, seed)));
        }

        return 0;
    }

    public static int RunOne(string line)
    {
        var (kind, seed) = Parse(line);
        var outcome = Run(kind, seed);
        Console.WriteLine($"{outcome.End}: {outcome}");
        return outcome.End == End.Failed ? 1 : 0;
    }

    private static (IKind Kind, int Seed) Parse(string line)
    {
        var parts = line.Split(':');
        return (HostileRun.Kinds.First(kind => kind.Name == parts[0]),
            int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static Outcome Run(IKind kind, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("colorist-hostile-").FullName;
        var before = Peak(beginsAnew: true);
        var clock = Stopwatch.StartNew();
        var (end, words) = Try(kind, seed, folder);
        var (seconds, growth) = (clock.Elapsed.TotalSeconds, Peak() - before);
        if (growth > MaxGrowth) (end, words) = (End.Failed, $"{growth >> 20} MB of memory; {words}");
        if (HalfFile(folder) is { } half) (end, words) = (End.Failed, $"the half file {half}; {words}");
        Directory.Delete(folder, recursive: true);
        return new Outcome(kind.Name, seed, end, seconds, growth, words);
    }

    private static (End End, string Words) Try(IKind kind, int seed, string folder)
    {
        try
        {
            kind.Run(new Random(seed), folder);
            return (End.Read, "");
        }
        catch (Exception exception) when (exception is ColoristException or OperationCanceledException)
        {
            return (exception.Message.Contains('\n', StringComparison.Ordinal)
                ? End.Failed
                : End.Refused, exception.Message);
        }
        catch (Exception exception)
        {
            return (End.Failed, exception.ToString());
        }
    }

    /// <summary>Files are named .colorist-… until they are whole.</summary>
    private static string? HalfFile(string folder) =>
        Directory.EnumerateFiles(folder, ".*", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = 0
        }).FirstOrDefault();

    /// <summary>The most memory that was used since it was asked to begin anew, where the system says so.</summary>
    private static long Peak(bool beginsAnew = false)
    {
        if (!OperatingSystem.IsLinux()) return 0;
        if (beginsAnew) File.WriteAllText("/proc/self/clear_refs", "5");
        var line = File.ReadLines("/proc/self/status")
            .First(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        return 1024 * long.Parse(
            line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
