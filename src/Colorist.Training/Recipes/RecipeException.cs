namespace Colorist.Training;

/// <summary>A recipe that cannot be followed.</summary>
/// <param name="path">The recipe, or the option of the command line.</param>
/// <param name="expected">What was expected, as in "averaging between 0 and 1".</param>
/// <param name="found">What was found instead.</param>
/// <param name="innerException">The failure underneath, if one was the cause.</param>
public sealed class RecipeException(string path, string expected, string found, Exception? innerException = null)
    : ColoristException(path, expected, found, innerException);
