namespace Colorist.Training;

/// <summary>A checkpoint that cannot be used; the message says in one line where, what was expected and what was found.</summary>
public sealed class CheckpointException : Exception
{
    /// <summary>One line: path, what was expected, what was found.</summary>
    public CheckpointException(string message) : base(message) { }

    /// <summary>One line, and the failure underneath.</summary>
    public CheckpointException(string message, Exception inner) : base(message, inner) { }
}
