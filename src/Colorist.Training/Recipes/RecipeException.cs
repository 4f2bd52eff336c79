namespace Colorist.Training;

/// <summary>A recipe that cannot be followed; the message is one line: the path, what was expected, what was found.</summary>
/// <param name="path">The recipe, or the option of the command line.</param>
/// <param name="expected">What was expected, as in "averaging between 0 and 1".</param>
/// <param name="found">What was found instead.</param>
/// <param name="inner">The failure underneath, if one was the cause.</param>
public sealed class RecipeException(string path, string expected, string found, Exception? inner = null)
    : Exception($"{path}: expected {expected}, found {found}", inner)
{
    /// <summary>The recipe, or the option of the command line.</summary>
    public string Path { get; } = path;

    /// <summary>What was expected.</summary>
    public string Expected { get; } = expected;

    /// <summary>What was found instead.</summary>
    public string Found { get; } = found;
}
