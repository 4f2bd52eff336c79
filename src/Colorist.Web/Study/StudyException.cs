namespace Colorist.Web;

/// <summary>A study cannot be made, read or reported.</summary>
/// <param name="path">Its folder, or a file of it.</param>
/// <param name="expected">What was expected, as in "a study".</param>
/// <param name="found">What was found instead.</param>
/// <param name="innerException">The cause, if another exception was.</param>
public sealed class StudyException(string path, string expected, string found, Exception? innerException = null)
    : ColoristException(path, expected, found, innerException);
