using System.CommandLine;

namespace Colorist.Cli;

/// <summary>Options that are true or false. The parser takes another value, even behind an equals sign, for an argument of its own.</summary>
internal static class BooleanOptions
{
    private static readonly char[] Marks = ['=', ':'];

    /// <summary>Checks the values that are typed behind a mark: <c>--vivid=false</c>.</summary>
    /// <exception cref="ArgumentException">One is neither true nor false.</exception>
    public static void Check(Command command, IEnumerable<string> arguments)
    {
        var names = Names(command).ToHashSet(StringComparer.Ordinal);
        foreach (var typed in arguments.TakeWhile(typed => typed != "--").Where(typed => typed.IndexOfAny(Marks) > 0))
        {
            var mark = typed.IndexOfAny(Marks);
            if (names.Contains(typed[..mark]) && !bool.TryParse(typed[(mark + 1)..], out _))
                throw new ArgumentException($"expected {typed[..mark]} true or false, found {typed[(mark + 1)..]}");
        }
    }

    private static IEnumerable<string> Names(Command command) => command.Options
        .Where(option => option.ValueType == typeof(bool) || option.ValueType == typeof(bool?))
        .SelectMany(option => option.Aliases.Append(option.Name))
        .Concat(command.Subcommands.SelectMany(Names));
}
