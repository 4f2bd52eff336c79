using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Colorist.CommandLine;

/// <summary>What is typed behind a command's name, checked in our own words before anything is done.</summary>
internal static class Arguments
{
    /// <summary>Reads arguments; without any, the result's action shows the help.</summary>
    /// <exception cref="ArgumentException">
    /// They are none that the command takes: one line with what was expected and found.
    /// </exception>
    public static ParseResult Parse(RootCommand command, string[] typed)
    {
        NamedValues.Check(command, typed);
        // "@scan.tif" is a file like any other
        var parsed = command.Parse(typed, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (typed.Length > 0 && parsed.Action is ParseErrorAction) throw new ArgumentException(ParseFault.Line(parsed));
        if (UnknownOption(parsed, typed) is { } unknown)
            throw new ArgumentException(ParseFault.Unknown(parsed.CommandResult, unknown));
        return parsed;
    }

    // The parser takes an option that it does not know for one more argument.
    private static string? UnknownOption(ParseResult parsed, string[] typed) => parsed.CommandResult.Children
        .OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens).Select(token => token.Value)
        .Except(typed.SkipWhile(word => word != "--"))
        .FirstOrDefault(word => word.Length > 1 && word[0] == '-' && !Path.Exists(word));
}
