using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Colorist.Benchmarks;

/// <summary>Results that were kept, one for each name: <c>benchmarks/results.json</c>.</summary>
internal static class ResultFile
{
    private const double Slower = 1.1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // people read it, browsers do not
    };

    /// <summary>Puts results into the file in place of those of the same names.</summary>
    public static void Save(string path, IReadOnlyList<Result> results)
    {
        var date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var signed =
            results.Select(result => result with { Machine = Machine(), Commit = ProgramVersion.Commit, Date = date });
        var kept = File.Exists(path)
            ? Read(path).ExceptBy(results.Select(result => result.Name), result => result.Name)
            : [];
        File.WriteAllText(path, JsonSerializer.Serialize(
            kept.Concat(signed).OrderBy(result => result.Name, StringComparer.Ordinal), Options) + "\n");
    }

    /// <summary>
    /// Prints, for each result that the file has too, time then and now and the ratio of what the machine could have
    /// multiplied meanwhile.
    /// </summary>
    /// <returns>The names of those that are more than a tenth slower.</returns>
    public static IReadOnlyList<string> Compare(string path, IReadOnlyList<Result> results)
    {
        var before = Read(path).ToDictionary(result => result.Name);
        Console.WriteLine(
            "\n| | then, s | now, s | times as slow, the machine's own speed taken out | since |\n|---|--:|--:|--:|---|");
        var slower = new List<string>();
        foreach (var now in results)
        {
            if (!before.TryGetValue(now.Name, out var then)) continue;
            var ratio = now.MultiplyAdds / then.MultiplyAdds;
            if (ratio > Slower) slower.Add(now.Name);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {now.Name} | {then.Seconds:f3} | {now.Seconds:f3} | {ratio:f2} | {then.Commit}, {then.Date} |"));
        }
        Console.WriteLine($"\nMore than a tenth slower: {(slower.Count == 0 ? "none" : string.Join("; ", slower))}");
        return slower;
    }

    private static Result[] Read(string path) =>
        JsonSerializer.Deserialize<Result[]>(File.ReadAllBytes(path), Options)!;

    private static string Machine()
    {
        var model = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return $"{Environment.ProcessorCount} cores, {model ?? $"{RuntimeInformation.ProcessArchitecture}"}, {RuntimeInformation.OSDescription}";
    }
}
