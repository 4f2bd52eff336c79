namespace Colorist.Web;

/// <summary>The queue of jobs cannot be reached, or holds what is no job.</summary>
/// <param name="expected">What was expected, as in "a PostgreSQL that answers".</param>
/// <param name="found">What was found instead.</param>
/// <param name="innerException">The cause, if another exception was.</param>
public sealed class QueueException(string expected, string found, Exception? innerException = null)
    : ColoristException("queue", expected, found, innerException);
