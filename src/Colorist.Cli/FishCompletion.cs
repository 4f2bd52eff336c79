using System.CommandLine;
using System.Text;

namespace Colorist.Cli;

/// <summary>
/// Completion for fish: commands and options with what they are for, values where there are few, files elsewhere.
/// </summary>
internal static class FishCompletion
{
    public static string Write(Command root)
    {
        var script = new StringBuilder(
            "# completion of colorist for fish; put it as colorist.fish into ~/.config/fish/completions\n");
        foreach (var shape in CommandShape.All(root))
        {
            var names = string.Join(' ', shape.Below.Select(below => below.Name));
            var seen = shape.Path.Length == 0
                ? ""
                : string.Join("; and ", shape.Path.Split(' ').Select(word => $"__fish_seen_subcommand_from {word}"));
            var here = string.Join("; and ",
                new[] { seen, names.Length > 0 ? $"not __fish_seen_subcommand_from {names}" : "" }
                    .Where(part => part.Length > 0));
            foreach (var below in shape.Below)
                script.Append(
                    $"complete -c colorist -n '{here}' -a {below.Name} -d '{Quoted(below.Description ?? "")}'\n");
            foreach (var option in shape.Options)
                script.Append(
                    $"complete -c colorist -n '{here}'{Switches(option)} -d '{Quoted(option.Description)}'\n");
        }

        return script.ToString();
    }

    private static string Switches(OptionShape option)
    {
        var names = string.Concat(option.Names
            .Select(name => name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : $" -s {name[1..]}"));
        if (!option.TakesValue) return names;
        return names + (option.Values.Count > 0 ? $" -x -a '{string.Join(' ', option.Values)}'" : " -r");
    }

    private static string Quoted(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
