using System.CommandLine;
using System.Text;

namespace Colorist.Cli;

/// <summary>
/// Completion for zsh: commands and options with what they are for, values where there are few, files elsewhere.
/// </summary>
internal static class ZshCompletion
{
    public static string Write(Command root)
    {
        var script = new StringBuilder(
            "#compdef colorist\n# completion of colorist for zsh; put it as _colorist into a folder of $fpath\n\n");
        foreach (var shape in CommandShape.All(root)) script.Append(Function(shape));
        return script.Append("_colorist \"$@\"\n").ToString();
    }

    private static string Function(CommandShape shape)
    {
        var options = string.Concat(shape.Options
            .SelectMany(option => option.Names.Select(name => $" \\\n        '{Argument(option, name)}'")));
        var below = shape.Below.ToList();
        if (below.Count == 0)
            return $"{Name(shape.Path)}() {{\n    _arguments -s{options} \\\n        '*:file:_files'\n}}\n\n";
        var commands = string.Concat(
            below.Select(command => $"            '{Quoted(command.Name)}:{Quoted(command.Description ?? "")}'\n"));
        var calls = string.Concat(
            below.Select(command => $"            {command.Name}) {Name($"{shape.Path} {command.Name}".Trim())} ;;\n"));
        return $$"""
            {{Name(shape.Path)}}() {
                local curcontext=$curcontext state line
                _arguments -C{{options}} \
                    '1:command:->command' '*::argument:->argument'
                case $state in
                    command)
                        local -a commands=(
            {{commands.TrimEnd()}}
                        )
                        _describe command commands ;;
                    argument)
                        case $line[1] in
            {{calls.TrimEnd()}}
                        esac ;;
                esac
            }


            """;
    }

    private static string Argument(OptionShape option, string name)
    {
        var text = $"{(option.Option.Arity.MaximumNumberOfValues > 1 ? "*" : "")}{name}[{Quoted(option.Description)}]";
        if (!option.TakesValue) return text;
        return text + (option.Values.Count > 0 ? $":value:({string.Join(' ', option.Values)})" : ":value:_files");
    }

    private static string Name(string path) => path.Length == 0 ? "_colorist" : "_colorist_" + path.Replace(' ', '_');

    // Within single quotes; brackets and colons mean something to _arguments.
    private static string Quoted(string text) => text
        .Replace("'", "'\\''", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("]", "\\]", StringComparison.Ordinal)
        .Replace(":", "\\:", StringComparison.Ordinal);
}
