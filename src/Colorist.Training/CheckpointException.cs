namespace Colorist.Training;

/// <summary>A checkpoint that cannot be used; the message is one line: the path, what was expected, what was found.</summary>
/// <param name="path">The checkpoint, or the model that was read in its place.</param>
/// <param name="expected">What was expected, as in "a whole checkpoint".</param>
/// <param name="found">What was found instead.</param>
/// <param name="inner">The failure underneath, if one was the cause.</param>
public sealed class CheckpointException(string path, string expected, string found, Exception? inner = null)
    : Exception($"{path}: expected {expected}, found {found}", inner)
{
    /// <summary>The checkpoint, or the model that was read in its place.</summary>
    public string Path { get; } = path;

    /// <summary>What was expected.</summary>
    public string Expected { get; } = expected;

    /// <summary>What was found instead.</summary>
    public string Found { get; } = found;
}
