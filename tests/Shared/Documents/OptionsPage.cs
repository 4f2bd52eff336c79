using System.Text.RegularExpressions;

namespace Colorist.Tests;

/// <summary>
/// The arguments and options of every verb of a command, read from what it says when it is asked for help.
/// </summary>
/// <param name="program">Name of the command.</param>
/// <param name="run">Gives what the command prints.</param>
internal sealed partial class OptionsPage(string program, Func<string[], string> run)
{
    private static readonly Dictionary<string, string> Titles =
        new() { ["Arguments"] = "argument", ["Options"] = "option" };

    public IEnumerable<string> Lines() =>
    [
        $"# {program}", "",
        $"Every verb, argument and option of `{program}`, as `{program} --help` says them. Written by a test.",
        .. Verb([]),
    ];

    private IEnumerable<string> Verb(string[] verb)
    {
        var sections = Sections(run([.. verb, "--help"]));
        var verbs = sections.GetValueOrDefault("Commands", []).Select(line => Row(line).Name.Split(' ')[0]).ToList();
        if (verbs.Count == 0) foreach (var line in Page(verb, sections)) yield return line;
        foreach (var line in verbs.SelectMany(name => Verb([.. verb, name]))) yield return line;
    }

    private IEnumerable<string> Page(string[] verb, Dictionary<string, List<string>> sections)
    {
        var usage = sections["Usage"][0];
        yield return "";
        yield return $"## {string.Join(' ', [program, .. verb])}";
        yield return "";
        yield return sections["Description"][0];
        yield return "";
        yield return "```sh";
        yield return program + usage[usage.IndexOf(' ', StringComparison.Ordinal)..];
        yield return "```";
        foreach (var (section, title) in Titles)
        {
            var rows = sections.GetValueOrDefault(section, []).Select(Row)
                .Where(row => !row.Name.Contains("--help", StringComparison.Ordinal)).ToList();
            if (rows.Count == 0) continue;
            yield return "";
            yield return $"| {title} | what | by default |";
            yield return "|---|---|---|";
            foreach (var (name, what, usual) in rows) yield return $"| `{name}` | {what} | {usual} |";
        }
    }

    /// <summary>The lines below each title, without their indentation.</summary>
    private static Dictionary<string, List<string>> Sections(string help)
    {
        var sections = new Dictionary<string, List<string>>();
        var current = new List<string>();
        foreach (var line in help.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd()))
        {
            if (line.StartsWith(' ')) current.Add(line.Trim());
            else sections[line.TrimEnd(':')] = current = [];
        }

        return sections;
    }

    private static (string Name, string What, string Default) Row(string line)
    {
        var parts = Gap().Split(line, 2);
        var what = parts.Length > 1 ? parts[1] : "";
        var usual = Default().Match(what);
        var name = parts[0].Replace("|", "\\|", StringComparison.Ordinal);
        if (!usual.Success) return (name, Escaped(what), "");
        var value = usual.Groups[1].Value;
        return (name, Escaped(what[..usual.Index].TrimEnd()), Path.IsPathRooted(value) ? "the shipped model" : value);
    }

    private static string Escaped(string text) => Special().Replace(text, "\\$0");

    [GeneratedRegex(@"[|*<]")]
    private static partial Regex Special();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\[default: (.*)\]$")]
    private static partial Regex Default();
}
