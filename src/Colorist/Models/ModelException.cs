namespace Colorist;

/// <summary>A model cannot be used.</summary>
/// <param name="path">The file or folder.</param>
/// <param name="expected">What was expected there.</param>
/// <param name="found">What was found instead.</param>
/// <param name="innerException">The cause, if another exception was.</param>
public sealed class ModelException(string path, string expected, string found, Exception? innerException = null)
    : ColoristException(path, expected, found, innerException);
