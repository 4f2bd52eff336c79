namespace Colorist;

/// <summary>A picture could not be read or written; the message is one line: the path, what was expected, what was found.</summary>
/// <param name="path">The file, or the name given to a picture in memory.</param>
/// <param name="expected">What was expected, as in "a picture".</param>
/// <param name="found">What was found instead, with the tool's own words where it gave any.</param>
/// <param name="innerException">The tool's own exception, if one was the cause.</param>
public sealed class PhotoException(string path, string expected, string found, Exception? innerException = null)
    : Exception($"{path}: expected {expected}, found {found}", innerException)
{
    /// <summary>The file, or the name given to a picture in memory.</summary>
    public string Path { get; } = path;
}
