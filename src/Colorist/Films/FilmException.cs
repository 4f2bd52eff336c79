namespace Colorist;

/// <summary>A film could not be read or written; the message is one line: the path, what was expected, what was found.</summary>
/// <param name="path">The file, or the program that could not be used.</param>
/// <param name="expected">What was expected, as in "a film".</param>
/// <param name="found">What was found instead, with ffmpeg's own words where it gave any.</param>
/// <param name="innerException">The exception that was the cause, if one was.</param>
public sealed class FilmException(string path, string expected, string found, Exception? innerException = null)
    : Exception($"{path}: expected {expected}, found {found}", innerException)
{
    /// <summary>The file, or the program that could not be used.</summary>
    public string Path { get; } = path;
}
