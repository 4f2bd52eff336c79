namespace Colorist.Evaluation;

/// <summary>A data set that is missing or not what it should be; the message says where, what was expected and what was found.</summary>
public sealed class DataException : Exception
{
    /// <summary>One line: path, what was expected, what was found.</summary>
    public DataException(string message) : base(message) { }

    /// <summary>One line, and the failure underneath.</summary>
    public DataException(string message, Exception inner) : base(message, inner) { }
}
