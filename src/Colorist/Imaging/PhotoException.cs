namespace Colorist;

/// <summary>A picture could not be read or written.</summary>
/// <param name="path">The file, or the name given to a picture in memory.</param>
/// <param name="expected">What was expected, as in "a picture".</param>
/// <param name="found">What was found instead.</param>
/// <param name="innerException">The cause, if another exception was.</param>
public sealed class PhotoException(string path, string expected, string found, Exception? innerException = null)
    : ColoristException(path, expected, found, innerException);
