namespace Colorist.Web;

/// <summary><c>queue</c>: how many jobs wait, and whether any is begun.</summary>
internal static class QueueResource
{
    public static QueueView Get(JobQueue queue) => queue.View;

    public static QueueView Pause(JobQueue queue) => queue.Pause(isPaused: true);

    public static QueueView Resume(JobQueue queue) => queue.Pause(isPaused: false);
}
