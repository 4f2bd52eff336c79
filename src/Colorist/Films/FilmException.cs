namespace Colorist;

/// <summary>A film could not be read or written.</summary>
/// <param name="path">The file, or the program that could not be used.</param>
/// <param name="expected">What was expected, as in "a film".</param>
/// <param name="found">What was found instead, with ffmpeg's own words where it gave any.</param>
/// <param name="innerException">The cause, if another exception was.</param>
public sealed class FilmException(string path, string expected, string found, Exception? innerException = null)
    : ColoristException(path, expected, found, innerException);
