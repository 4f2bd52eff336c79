namespace Colorist.Evaluation;

/// <summary>A data set that is missing or not what it should be; the message is one line: the path, what was expected, what was found.</summary>
/// <param name="path">The file or folder, or the name given to what it is for.</param>
/// <param name="expected">What was expected, as in "a whole tar file".</param>
/// <param name="found">What was found instead.</param>
/// <param name="inner">The failure underneath, if one was the cause.</param>
public sealed class DataException(string path, string expected, string found, Exception? inner = null)
    : Exception($"{path}: expected {expected}, found {found}", inner)
{
    /// <summary>The file or folder, or the name given to what it is for.</summary>
    public string Path { get; } = path;

    /// <summary>What was expected.</summary>
    public string Expected { get; } = expected;

    /// <summary>What was found instead.</summary>
    public string Found { get; } = found;
}
