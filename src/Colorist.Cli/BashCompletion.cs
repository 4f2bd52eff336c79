using System.CommandLine;
using System.Text;

namespace Colorist.Cli;

/// <summary>Completion for bash: commands, options, values where there are few, files elsewhere.</summary>
internal static class BashCompletion
{
    private const string Frame = """
        # completion of colorist for bash; put it where bash-completion looks, or source it
        _colorist() {
            local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path='' at
            for ((at = 1; at < COMP_CWORD; at++)); do
                case "$path|${COMP_WORDS[at]}" in
        @steps@
                esac
            done
            case "$path|$before" in
        @values@
            esac
            local words=''
            case "$path" in
        @words@
            esac
            COMPREPLY=($(compgen -W "$words" -- "$word"))
            [ "${word:0:1}" = - ] || COMPREPLY+=($(compgen -f -- "$word"))
        }
        complete -o filenames -F _colorist colorist

        """;

    public static string Write(Command root)
    {
        StringBuilder steps = new(), values = new(), words = new();
        foreach (var shape in CommandShape.All(root))
        {
            foreach (var below in shape.Below)
                steps.Append(
                    $"            '{shape.Path}|{below.Name}') path='{$"{shape.Path} {below.Name}".Trim()}' ;;\n");
            foreach (var option in shape.Options.Where(option => option.TakesValue))
            {
                var answer = option.Values.Count > 0
                    ? $"compgen -W '{string.Join(' ', option.Values)}' -- \"$word\""
                    : "compgen -f -- \"$word\"";
                values.Append(
                    $"        {string.Join('|', option.Names.Select(name => $"'{shape.Path}|{name}'"))}) COMPREPLY=($({answer})); return ;;\n");
            }

            var all = shape.Below.Select(below => below.Name).Concat(shape.Options.SelectMany(option => option.Names));
            words.Append($"        '{shape.Path}') words='{string.Join(' ', all)}' ;;\n");
        }

        return Frame.Replace("@steps@", $"{steps}".TrimEnd(), StringComparison.Ordinal)
            .Replace("@values@", $"{values}".TrimEnd(), StringComparison.Ordinal)
            .Replace("@words@", $"{words}".TrimEnd(), StringComparison.Ordinal);
    }
}
