namespace Colorist.Evaluation;

/// <summary>A data set that is missing or not what it should be.</summary>
/// <param name="path">The file or folder, or the name given to what it is for.</param>
/// <param name="expected">What was expected, as in "a whole tar file".</param>
/// <param name="found">What was found instead.</param>
/// <param name="innerException">The failure underneath, if one was the cause.</param>
public sealed class DataException(string path, string expected, string found, Exception? innerException = null)
    : ColoristException(path, expected, found, innerException);
