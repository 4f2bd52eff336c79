namespace Colorist;

/// <summary>A file with a preset could not be read or written.</summary>
/// <param name="path">The file.</param>
/// <param name="expected">What was expected, as in "a preset".</param>
/// <param name="found">What was found instead.</param>
/// <param name="innerException">The cause, if another exception was.</param>
public sealed class PresetException(string path, string expected, string found, Exception? innerException = null)
    : ColoristException(path, expected, found, innerException);
