namespace Colorist;

/// <summary>A photo that cannot be read or written; the message says in one line where, what was expected and what was found.</summary>
public sealed class PhotoException : Exception
{
    /// <summary>One line: path, what was expected, what was found.</summary>
    public PhotoException(string message) : base(message) { }

    /// <summary>One line, and the failure underneath.</summary>
    public PhotoException(string message, Exception inner) : base(message, inner) { }
}
