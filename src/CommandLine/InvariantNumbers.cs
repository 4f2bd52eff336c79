using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Colorist.CommandLine;

/// <summary>Numbers on the command line, the same on every system: 0.2, never 0,2.</summary>
internal static class InvariantNumbers
{
    /// <summary>
    /// Makes every number option of a command, and of the commands below it, read so; another form is an
    /// <see cref="ArgumentException"/>.
    /// </summary>
    public static void Require(Command command)
    {
        foreach (var option in command.Options) Require(option);
        foreach (var below in command.Subcommands) Require(below);
    }

    private static void Require(Option option)
    {
        switch (option)
        {
            case Option<int> whole: whole.CustomParser = result => Read<int>(result, option.Name); break;
            case Option<int?> whole: whole.CustomParser = result => Read<int>(result, option.Name); break;
            case Option<float> number: number.CustomParser = result => Read<float>(result, option.Name); break;
            case Option<float?> number: number.CustomParser = result => Read<float>(result, option.Name); break;
            case Option<double> number: number.CustomParser = result => Read<double>(result, option.Name); break;
            case Option<double?> number: number.CustomParser = result => Read<double>(result, option.Name); break;
        }
    }

    private static T Read<T>(ArgumentResult result, string name) where T : struct, INumber<T>
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        var (style, expected) = typeof(T) == typeof(int)
            ? (NumberStyles.AllowLeadingSign, "a whole number")
            : (NumberStyles.Float, "a number such as 0.2");
        return T.TryParse(text, style, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value)
            ? value
            : throw new ArgumentException($"{name}: expected {expected}, found {text}");
    }
}
