using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Colorist.Hostile;

/// <summary>The figures of a run.</summary>
/// <param name="Seed">Of the first case.</param>
/// <param name="Outcomes">Of all cases.</param>
internal sealed record FigureTable(int Seed, IReadOnlyCollection<Outcome> Outcomes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What kills and full disks came to.</summary>
    public IReadOnlyList<Outcome> Drivers { get; init; } = [];

    public IEnumerable<Outcome> Failures => Outcomes.Concat(Drivers).Where(outcome => outcome.End == End.Failed);

    private IEnumerable<Row> Rows => HostileRun.Kinds.Select(kind => kind.Name)
        .Select(name => Outcomes.Where(outcome => outcome.Kind == name).ToList())
        .Where(outcomes => outcomes.Count > 0).Select(outcomes => new Row(
            outcomes[0].Kind, outcomes.Count, outcomes.Count(outcome => outcome.End == End.Read),
            outcomes.Count(outcome => outcome.End == End.Refused),
            outcomes.Count(outcome => outcome.End == End.Failed),
            Math.Round(outcomes.Max(outcome => outcome.Seconds), 1), outcomes.Max(outcome => outcome.Bytes) >> 20));

    public string ToMarkdown()
    {
        var text =
            new StringBuilder(
                "| kind | cases | read | refused in one line | failed | longest, s | most memory, MB |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var row in Rows)
            text.Append(CultureInfo.InvariantCulture,
                $"| {row.Kind} | {row.Cases} | {row.Read} | {row.Refused} | {row.Failed} | {row.Seconds:f1} | {row.Megabytes} |\n");
        text.Append(CultureInfo.InvariantCulture,
            $"| all, seed {Seed} | {Outcomes.Count} | {Outcomes.Count(outcome => outcome.End == End.Read)} |");
        text.Append(CultureInfo.InvariantCulture,
            $" {Outcomes.Count(outcome => outcome.End == End.Refused)} | {Outcomes.Count(outcome => outcome.End == End.Failed)} | | |\n");
        foreach (var driver in Drivers)
            text.Append(CultureInfo.InvariantCulture,
                $"\n- {driver.Kind}: {(driver.End == End.Failed ? "FAILED: " : "")}{driver.Words}");
        return text.Append(Drivers.Count > 0 ? "\n" : "").ToString();
    }

    /// <summary>Adds the table to a page, and the rows to a file of JSON.</summary>
    public void Save(string name)
    {
        var page = name + ".md";
        File.AppendAllText(page, (File.Exists(page) ? "\n" : Head()) + ToMarkdown());
        List<JsonElement> runs = File.Exists(name + ".json")
            ? JsonSerializer.Deserialize<List<JsonElement>>(File.ReadAllText(name + ".json"))!
            : [];
        runs.Add(
            JsonSerializer.SerializeToElement(
                new
                {
                    Seed,
                    Rows,
                    Drivers = Drivers.Select(
                    driver => new { driver.Kind, driver.Words, Failed = driver.End == End.Failed })
                }, Json));
        File.WriteAllText(name + ".json", JsonSerializer.Serialize(runs, Json) + "\n");
    }

    private static string Head() => """
        # Hostile files

        Damaged and wicked files of every kind, fed to every door in processes of their own. Written by

        ```sh
        dotnet run --project tests/Colorist.Hostile -c Release -- --cases 5000 --seed 1 --drivers --save docs/record/hostile
        ```

        A case fails on a crash, an exception that is no line of ours, more than 60 seconds, more than 1 GiB, a half file.


        """;

    private sealed record Row(
        string Kind, int Cases, int Read, int Refused, int Failed, double Seconds, long Megabytes);
}
