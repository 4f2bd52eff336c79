using System.Text.Json.Serialization;

namespace Colorist.Cli;

/// <summary>One thing that <c>colorist doctor</c> looked at.</summary>
/// <param name="Name">What it looked at.</param>
/// <param name="IsFine">Whether it is as it should be.</param>
/// <param name="IsNeeded">Whether the command cannot do all it should without it.</param>
/// <param name="Found">What it found.</param>
/// <param name="Mend">What to do about it; null if nothing.</param>
internal sealed record Finding(string Name, bool IsFine, bool IsNeeded, string Found, string? Mend = null)
{
    /// <summary>Whether the doctor says that something is missing.</summary>
    [JsonIgnore]
    public bool IsTrouble => IsNeeded && !IsFine;

    /// <summary>Looks, and takes what goes wrong for what was found.</summary>
    /// <param name="name">What is looked at.</param>
    /// <param name="look">Says what it found.</param>
    /// <param name="mend">What to do if that fails.</param>
    /// <param name="isNeeded">As above.</param>
    public static Finding Of(string name, Func<string> look, string mend, bool isNeeded = true)
    {
        try
        {
            return new Finding(name, true, isNeeded, look());
        }
        catch (Exception exception) // whatever is broken here, the other lines are still wanted
        {
            var cause = exception is TypeInitializationException { InnerException: { } inner } ? inner : exception;
            return new Finding(name, false, isNeeded, Message.For(cause), mend);
        }
    }

    /// <summary>The same for people: a line, and one more where something is to be done.</summary>
    public override string ToString()
    {
        var mark = IsFine ? "ok" : IsNeeded ? "MISSING" : "none";
        return $"{mark,-8}{Name,-11}{Found}" + (Mend is null ? "" : $"\n{"",19}-> {Mend}");
    }
}
