using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Colorist.Web;

/// <summary>Does the jobs that the queue hands to this machine.</summary>
/// <remarks>
/// A job may be handed out twice, when a worker died or was thought dead: its folder is held while it is worked on, and
/// what is done already is done.
/// </remarks>
internal sealed class JobRunner(
    Work work, JobQueue queue, JobStore store, JobFiles files, ServerMetrics metrics, ServerOptions options,
    ILogger<JobRunner> log)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    /// <summary>Does a job; Hangfire calls this.</summary>
    /// <param name="id">Of the job.</param>
    /// <param name="run">Which run; another one's is left alone.</param>
    /// <param name="stop">This machine stops: the job goes back to the queue.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task RunAsync(string id, string run, CancellationToken stop)
    {
        while (await Insist(() => store.IsPaused, stop)) await Task.Delay(BetweenTries, stop);
        try
        {
            using var held = await files.HoldAsync(id, stop);
            if (held is not null && await Insist(() => store.Find(id, TimeSpan.MaxValue), stop) is { } job
                && job.Run == run && !job.View.IsOver()) await RunAsync(job, stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // this machine cannot read or write the job: whoever waits for it is told
            await Insist(() => store.ChangeView(id, run, Failed(exception, Problem.For(exception))), stop);
        }

        if (await Insist(() => store.Run(id), stop) is null) queue.Remove(id); // it went while it was worked on
    }

    private async Task RunAsync(Job job, CancellationToken stop)
    {
        using var run = new JobRun(store, job);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(run.Stop, stop);
        var time = job.Order.Kind == ApiSubject.Film ? options.Limits.FilmTime : options.Limits.PhotoTime;
        limit.CancelAfter(time);
        var clock = Stopwatch.StartNew();
        var end = await EndAsync(job, run, time, limit.Token);
        if (run.Stop.IsCancellationRequested) return;
        if (stop.IsCancellationRequested) PutBack(run);
        stop.ThrowIfCancellationRequested();
        metrics.Count(await Insist(() => run.End(end), stop), clock.Elapsed);
        if (job.Order.Kind == ApiSubject.Photo) Learn(clock.Elapsed);
    }

    /// <summary>Says that a job waits again; what is done of it stays done.</summary>
    private static void PutBack(JobRun run)
    {
        try
        {
            run.End(view => view with { State = JobState.Queued, Eta = null });
        }
        catch (Exception exception) when (QueueStorage.IsAway(exception))
        {
            // it reads as running, then, until the next machine takes it
        }
    }

    /// <summary>Works on a job, and says how it ended.</summary>
    private async Task<Func<JobView, JobView>> EndAsync(Job job, JobRun run, TimeSpan time, CancellationToken stop)
    {
        try
        {
            var remarks = await work.RunAsync(job, queue.TakePainting(job.Id), run, stop);
            return view => view with
            {
                State = JobState.Done,
                Done = Math.Max(view.Done, view.Total),
                Total = Math.Max(view.Done, view.Total),
                Eta = 0,
                Remarks = remarks,
            };
        }
        catch (Exception exception)
        {
            var problem = exception is OperationCanceledException
                ? Problem.Refused.Details(FormattableString.Invariant(
                    $"file: expected at most {time.TotalSeconds} seconds of work, found more"))
                : Problem.For(exception);
            return Failed(exception, problem, isOwnFault: !stop.IsCancellationRequested);
        }
    }

    private Func<JobView, JobView> Failed(Exception exception, ProblemDetails problem, bool isOwnFault = true)
    {
        if (isOwnFault && problem.Status == Problem.Failed.Status) log.JobFailed(exception);
        return view => view with { State = JobState.Failed, Eta = null, Problem = problem };
    }

    private void Learn(TimeSpan elapsed)
    {
        var old = store.SecondsAPhoto;
        store.SecondsAPhoto = old + 0.1 * (elapsed.TotalSeconds - old);
    }

    /// <summary>Asks the queue until it answers.</summary>
    private static async Task<T> Insist<T>(Func<T> ask, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return ask();
            }
            catch (Exception exception) when (QueueStorage.IsAway(exception))
            {
                await Task.Delay(BetweenTries, stop);
            }
        }
    }
}
