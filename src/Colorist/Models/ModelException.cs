namespace Colorist;

/// <summary>A model cannot be used: the message says in one line which file, what was expected and what was found.</summary>
/// <param name="path">The file or folder.</param>
/// <param name="expected">What was expected there.</param>
/// <param name="found">What was found instead.</param>
/// <param name="inner">The tool's own exception, whose message ends the line.</param>
public sealed class ModelException(string path, string expected, string found, Exception? inner = null)
    : Exception($"{path}: expected {expected}, found {found}{OneLine(inner)}", inner)
{
    /// <summary>The file or folder.</summary>
    public string Path { get; } = path;

    /// <summary>What was expected there.</summary>
    public string Expected { get; } = expected;

    /// <summary>What was found instead.</summary>
    public string Found { get; } = found;

    private static string OneLine(Exception? inner) => inner is null ? "" : $" ({inner.Message.ReplaceLineEndings(" ")})";
}
