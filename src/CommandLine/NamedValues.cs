using System.CommandLine;

namespace Colorist.CommandLine;

/// <summary>
/// Options whose values are words out of a few. The parser takes any number for a word of an enumeration, and what is
/// neither true nor false, even behind an equals sign, for an argument of its own.
/// </summary>
internal static class NamedValues
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

    /// <summary>Lets an option take the words of an enumeration, in upper or lower case.</summary>
    public static Option<T> ByName<T>(this Option<T> option)
        where T : struct, Enum
    {
        option.CustomParser =
            typed => Among(option.Name, Enum.GetValues<T>(),
                value => char.ToLowerInvariant($"{value}"[0]) + $"{value}"[1..], typed.Tokens[^1].Value);
        return option;
    }

    /// <summary>Lets an option take one of a few words, in upper or lower case.</summary>
    public static Option<T> From<T>(this Option<T> option, params string[] words)
        where T : class?
    {
        option.CompletionSources.Add(words);
        option.CustomParser = typed => (T)(object)Among(option.Name, words, word => word, typed.Tokens[^1].Value);
        return option;
    }

    private static T Among<T>(string option, IReadOnlyList<T> values, Func<T, string> name, string typed)
    {
        foreach (var value in values)
        {
            if (typed.Equals(name(value), StringComparison.OrdinalIgnoreCase)) return value;
        }

        var names = values.Select(name).ToList();
        throw new ArgumentException(
            $"expected {option} {string.Join(", ", names[..^1])} or {names[^1]}, found {typed}");
    }

    private static IEnumerable<string> Names(Command command) => command.Options
        .Where(option => option.ValueType == typeof(bool) || option.ValueType == typeof(bool?))
        .SelectMany(option => option.Aliases.Append(option.Name))
        .Concat(command.Subcommands.SelectMany(Names));
}
