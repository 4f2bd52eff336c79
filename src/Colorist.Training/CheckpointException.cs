namespace Colorist.Training;

/// <summary>A checkpoint that cannot be used.</summary>
/// <param name="path">The checkpoint, or the model that was read in its place.</param>
/// <param name="expected">What was expected, as in "a whole checkpoint".</param>
/// <param name="found">What was found instead.</param>
/// <param name="innerException">The failure underneath, if one was the cause.</param>
public sealed class CheckpointException(string path, string expected, string found, Exception? innerException = null)
    : ColoristException(path, expected, found, innerException);
