namespace Colorist.Training;

/// <summary>A recipe that cannot be followed; the message says in one line where, what was expected and what was found.</summary>
public sealed class RecipeException : Exception
{
    /// <summary>One line: path, what was expected, what was found.</summary>
    public RecipeException(string message) : base(message) { }

    /// <summary>One line, and the failure underneath.</summary>
    public RecipeException(string message, Exception inner) : base(message, inner) { }
}
