namespace Colorist;

/// <summary>
/// Something outside the program is not as it should be: a file, a model, a film. The message is one line: the path,
/// what was expected, what was found. Wrong calls are <see cref="ArgumentException"/>s instead.
/// </summary>
public abstract class ColoristException : Exception
{
    /// <summary>Makes the message of its three parts.</summary>
    /// <param name="path">
    /// The file or folder, the program that could not be used, or the name of something in memory.
    /// </param>
    /// <param name="expected">What was expected, as in "a picture".</param>
    /// <param name="found">What was found instead.</param>
    /// <param name="innerException">The cause, if another exception was.</param>
    protected ColoristException(string path, string expected, string found, Exception? innerException = null)
        : base($"{path}: expected {expected}, found {found}".ReplaceLineEndings(" "), innerException) =>
        (Path, Expected, Found) = (path, expected, found);

    /// <summary>The file or folder, the program that could not be used, or the name of something in memory.</summary>
    public string Path { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }

    /// <summary>What was found instead.</summary>
    public string Found { get; }

    /// <summary>
    /// The property of an options record that would allow what was refused, such as <see cref="PhotoOptions.Recolor"/>;
    /// null, the default, if there is none. Front ends say it in their own words.
    /// </summary>
    public string? Option { get; init; }
}
