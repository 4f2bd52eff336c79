namespace Colorist;

/// <summary>What <see cref="JsonCheck"/> found wrong.</summary>
/// <param name="expected">What was expected; null for the kind of file as a whole.</param>
/// <param name="found">What was found, and in which line.</param>
internal sealed class JsonFault(string? expected, string found) : Exception(found)
{
    public string? Expected { get; } = expected;

    public string Found { get; } = found;
}
