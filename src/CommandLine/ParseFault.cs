using System.CommandLine;
using System.CommandLine.Parsing;

namespace Colorist.CommandLine;

/// <summary>
/// Says what is wrong with arguments. The parser's own sentences are not taken: where it found a fault is enough to say
/// what it is.
/// </summary>
internal static class ParseFault
{
    /// <summary>The first fault, in one line with what was expected and found.</summary>
    public static string Line(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var unknown, ..]) return Unknown(parsed.CommandResult, unknown);
        return parsed.Errors[0].SymbolResult switch
        {
            OptionResult option => Line(option.Option.Name, option.Tokens, option.IdentifierTokenCount),
            ArgumentResult { Parent: OptionResult option } =>
                Line(option.Option.Name, option.Tokens, option.IdentifierTokenCount),
            ArgumentResult argument => Line($"<{argument.Argument.Name}>", argument.Tokens, 0),
            _ when command.Subcommands.Count > 0 => $"expected {Names(command)}, found none",
            _ => $"expected what {Called(parsed.CommandResult)} --help names, found something else",
        };
    }

    /// <summary>A word that the command does not take.</summary>
    public static string Unknown(CommandResult command, string word) =>
        $"expected {(command.Command.Subcommands.Count > 0 ? Names(command.Command) : $"what {Called(command)} --help names")}, found {word}";

    private static string Line(string name, IReadOnlyList<Token> values, int times) =>
        values.Count == 0 ? $"expected {(times > 0 ? $"a value behind {name}" : name)}, found none"
        : times > 1 ? $"expected {name} once, found it {times} times"
        : $"expected one value for {name}, found {string.Join(" ", values.Select(value => value.Value))}";

    private static string Names(Command command)
    {
        string[] names = [.. command.Subcommands.Select(below => below.Name)];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }

    private static string Called(CommandResult command) =>
        command.Parent is CommandResult { Command: not RootCommand } above
            ? $"{Called(above)} {command.Command.Name}"
            : command.Command.Name;
}
