using System.CommandLine;

namespace Colorist.Benchmarks;

/// <summary>The options that keep results, and compare with those that were kept.</summary>
internal sealed class ResultOptions
{
    private readonly Option<string?> save = new("--save")
    {
        Description = "JSON file to which the results are added, in place of those of the same names"
    };
    private readonly Option<string?> compare = new("--compare")
    {
        Description =
            "JSON file of earlier results; says what is more than a tenth slower, as a ratio to matrix products"
    };
    private readonly Option<bool> strict = new("--strict")
    {
        Description = "exit code 1 if --compare finds something slower"
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[save, compare, strict]) command.Options.Add(option);
    }

    /// <summary>Compares first, then saves.</summary>
    /// <returns>The exit code.</returns>
    public int Conclude(ParseResult parsed, IReadOnlyList<Result> results)
    {
        var slower = parsed.GetValue(compare) is { } earlier ? ResultFile.Compare(earlier, results) : [];
        if (parsed.GetValue(save) is { } path) ResultFile.Save(path, results);
        return parsed.GetValue(strict) && slower.Count > 0 ? 1 : 0;
    }
}
