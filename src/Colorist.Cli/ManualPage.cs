using System.CommandLine;
using System.Text;

namespace Colorist.Cli;

/// <summary>A page of the manual, in the language of man.</summary>
internal static class ManualPage
{
    /// <summary>The page's name, such as colorist-photo.</summary>
    public static string Name(CommandShape shape) =>
        shape.Path.Length == 0 ? "colorist" : $"colorist-{shape.Path.Replace(' ', '-')}";

    public static string Write(CommandShape shape)
    {
        var (name, command) = (Name(shape), shape.Command);
        var call = $"colorist {shape.Path}".TrimEnd();
        var page = new StringBuilder(
            $".TH {name.ToUpperInvariant()} 1 \"\" \"colorist {ProgramInfo.Version}\" \"User commands\"\n");
        page.Append($".SH NAME\n{Escaped(name)} \\- {Escaped(Sentence(command.Description))}\n");
        page.Append($".SH SYNOPSIS\n.B {Escaped(call)}\n{Escaped(Synopsis(shape))}\n");
        page.Append($".SH DESCRIPTION\n{Escaped(command.Description)}\n");
        foreach (var argument in command.Arguments)
            page.Append($".TP\n.I {Escaped(argument.Name)}\n{Escaped(argument.Description)}\n");
        if (shape.Below.Any()) page.Append(".SH COMMANDS\n");
        foreach (var below in shape.Below)
            page.Append(
                $".TP\n.B {Escaped(below.Name)}\n{Escaped(below.Description)} See {Escaped($"{name}-{below.Name}")}(1).\n");
        page.Append(".SH OPTIONS\n");
        foreach (var option in shape.Options) page.Append($".TP\n{Heading(option)}\n{Escaped(option.Description)}\n");
        page.Append(
            $".SH EXIT STATUS\n0 if all went well, 1 if not, 130 if it was stopped.\n.SH SEE ALSO\n.BR {(shape.Path.Length == 0 ? "ffmpeg" : "colorist")} (1)\n");
        return page.ToString();
    }

    private static string Synopsis(CommandShape shape) => string.Join(' ',
    [
        .. shape.Below.Any() ? ["[command]"] : Array.Empty<string>(),
        "[options]",
        .. shape.Command.Arguments
            .Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name} ...]" : argument.Name),
    ]);

    private static string Heading(OptionShape option)
    {
        var names = string.Join(", ", option.Names.Select(name => $"\\fB{Escaped(name)}\\fR"));
        if (!option.TakesValue) return names;
        return $"{names} \\fI{Escaped(option.Values.Count > 0 ? string.Join('|', option.Values) : "value")}\\fR";
    }

    private static string Sentence(string? text) => (text ?? "").TrimEnd('.');

    private static string Escaped(string? text)
    {
        var escaped = (text ?? "").Replace("\\", "\\e", StringComparison.Ordinal)
            .Replace("-", "\\-", StringComparison.Ordinal);
        return escaped.Length > 0 && escaped[0] is '.' or '\'' ? "\\&" + escaped : escaped;
    }
}
