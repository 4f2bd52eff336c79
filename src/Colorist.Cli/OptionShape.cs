using System.CommandLine;
using System.CommandLine.Completions;

namespace Colorist.Cli;

/// <summary>An option as completions and manual pages need it.</summary>
/// <param name="Option">The option.</param>
internal sealed record OptionShape(Option Option)
{
    /// <summary>Its names, those of a word that shells complete first: -? and /h are only understood.</summary>
    public IReadOnlyList<string> Names { get; } =
        [.. Option.Aliases.Prepend(Option.Name).Where(name => name.StartsWith('-') && name != "-?")
            .OrderBy(name => !name.StartsWith("--", StringComparison.Ordinal))];

    /// <summary>Whether a value follows, which is no mere true or false.</summary>
    public bool TakesValue { get; } = Option.Arity.MaximumNumberOfValues > 0 && Option.ValueType != typeof(bool)
        && Option.ValueType != typeof(bool?);

    /// <summary>The values that it takes; empty where anything may follow.</summary>
    public IReadOnlyList<string> Values =>
        TakesValue ? [.. Option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)] : [];

    /// <summary>What it is for.</summary>
    public string Description => Option.Description ?? "";
}
