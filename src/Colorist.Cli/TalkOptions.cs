using System.CommandLine;

namespace Colorist.Cli;

/// <summary>The options of the command line that say how much is said, and in which form.</summary>
internal sealed class TalkOptions
{
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "say nothing but what went wrong" };
    private readonly Option<bool> json = new("--json")
    {
        Description = "say results as lines of JSON on standard output, without progress"
    };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "say what would be done, and do nothing" };

    public void AddTo(Command command)
    {
        AddOutputTo(command);
        command.Options.Add(dryRun);
    }

    /// <summary>The same for what cannot be planned.</summary>
    public void AddOutputTo(Command command)
    {
        foreach (Option option in (Option[])[quiet, json]) command.Options.Add(option);
    }

    /// <summary>How results are said.</summary>
    public Talk Read(ParseResult parsed) =>
        parsed.GetValue(json) ? Talk.Json : parsed.GetValue(quiet) ? Talk.Quiet : Talk.Lines;

    /// <summary>Whether nothing is to be done.</summary>
    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(dryRun);
}
