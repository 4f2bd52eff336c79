using System.CommandLine;
using System.Text;

namespace Colorist.Cli;

/// <summary>
/// Completion for PowerShell: commands, options and values where there are few; it completes files by itself.
/// </summary>
internal static class PowerShellCompletion
{
    private const string Frame = """
        # completion of colorist for PowerShell; call it in your $PROFILE
        Register-ArgumentCompleter -Native -CommandName colorist -ScriptBlock {
            param($word, $tree, $cursor)
            $words = @{
        @words@
            }
            $values = @{
        @values@
            }
            $typed = @($tree.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { "$_" })
            $path = ''
            foreach ($part in $typed | Select-Object -Skip 1) {
                $longer = "$path $part".Trim()
                if ($words.ContainsKey($longer)) { $path = $longer }
            }
            $before = "$path|$($typed[-1])"
            $all = if ($values.ContainsKey($before)) { $values[$before] } else { $words[$path] }
            $all | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }

        """;

    public static string Write(Command root)
    {
        StringBuilder words = new(), values = new();
        foreach (var shape in CommandShape.All(root))
        {
            words.Append(
                $"        '{shape.Path}' = {List(shape.Below.Select(below => below.Name).Concat(shape.Options.SelectMany(option => option.Names)))}\n");
            foreach (var option in shape.Options.Where(option => option.Values.Count > 0))
                foreach (var name in option.Names)
                    values.Append($"        '{shape.Path}|{name}' = {List(option.Values)}\n");
        }

        return Frame.Replace("@words@", $"{words}".TrimEnd(), StringComparison.Ordinal)
            .Replace("@values@", $"{values}".TrimEnd(), StringComparison.Ordinal);
    }

    private static string List(IEnumerable<string> names) =>
        $"@({string.Join(", ", names.Select(name => $"'{name}'"))})";
}
