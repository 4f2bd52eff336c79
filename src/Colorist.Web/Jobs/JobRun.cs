namespace Colorist.Web;

/// <summary>
/// A job while it is worked on: says how far it is, a few times a second, and hears when it is to stop.
/// </summary>
internal sealed class JobRun : IProgress<FilmProgress>, IDisposable
{
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromMilliseconds(250);

    private readonly JobStore store;
    private readonly Job job;
    private readonly CancellationTokenSource stop = new();
    private readonly Timer timer;
    private readonly Lock saying = new();
    private JobView view;
    private JobView? said;

    public JobRun(JobStore store, Job job)
    {
        (this.store, this.job) = (store, job);
        view = job.View with { State = JobState.Running };
        timer = new Timer(_ => Beat(), null, TimeSpan.Zero, BetweenBeats);
    }

    /// <summary>Ends the work: it was cancelled, or the job is gone.</summary>
    public CancellationToken Stop => stop.Token;

    public void Report(FilmProgress value)
    {
        var total = value.ExpectedFrames == 0 ? 0 : Math.Max(value.Frames, value.ExpectedFrames);
        view = view with { Done = value.Frames, Total = total, Eta = value.Left?.TotalSeconds };
    }

    /// <summary>Says that it is over.</summary>
    /// <param name="change">From how it was to how it is.</param>
    public JobView End(Func<JobView, JobView> change)
    {
        timer.Dispose();
        lock (saying)
        {
            said = view = change(view);
            store.SetView(job.Id, job.Run, view);
        }

        return view;
    }

    public void Dispose()
    {
        timer.Dispose();
        stop.Dispose();
    }

    private void Beat()
    {
        if (!saying.TryEnter()) return; // the last one takes long
        try
        {
            if (store.Run(job.Id) != job.Run) stop.Cancel();
            else if (said is not { } last || (view != last && !last.IsOver()))
                store.SetView(job.Id, job.Run, said = view);
        }
        catch (Exception exception) when (QueueStorage.IsAway(exception) || exception is ObjectDisposedException)
        {
            said = null; // the next beat tries again
        }
        finally
        {
            saying.Exit();
        }
    }
}
