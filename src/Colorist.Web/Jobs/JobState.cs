namespace Colorist.Web;

/// <summary>What a job is doing.</summary>
internal enum JobState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}
