using System.Collections.Concurrent;
using System.Diagnostics;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace Colorist.Web;

/// <summary>
/// The jobs that wait: photos and short parts of films in one line and films in another, so that a film never keeps
/// photos waiting. In memory, or in PostgreSQL, where any number of machines takes from it.
/// </summary>
internal sealed class JobQueue(JobStorage storage, JobStore store, JobFiles files, ServerOptions options)
{
    public const string Photos = "photos", Films = "films";

    private static readonly TimeSpan MinPause = TimeSpan.FromMilliseconds(5), MaxPause = TimeSpan.FromMilliseconds(250);

    private readonly BackgroundJobClient client = new(storage, new JobFilterCollection());
    private readonly ConcurrentDictionary<string, Painting> paintings = new();

    /// <summary>Jobs that wait.</summary>
    public long Waiting => Count(Photos) + Count(Films);

    /// <summary>How the queue is.</summary>
    public QueueView View => new(store.IsPaused, Count(Photos), Count(Films), Workers);

    /// <summary>Photos that all machines together work on at the same time at most.</summary>
    private int Workers => storage.GetMonitoringApi().Servers()
        .Where(server => server.Queues.Contains(Photos)).Sum(server => server.WorkersCount);

    /// <summary>Lets no job begin, or lets them begin again; what is in work goes on.</summary>
    public QueueView Pause(bool isPaused)
    {
        store.IsPaused = isPaused;
        return View;
    }

    /// <exception cref="Refusal">One more job would have to wait too long.</exception>
    public void CheckRoom(ApiSubject kind) => CheckRoom(Lane(kind));

    /// <summary>Takes a job in.</summary>
    /// <param name="id">The name of its folder.</param>
    /// <param name="order">What is to be done.</param>
    /// <param name="painting">Its colours, as far as they are found already; null if they are not.</param>
    /// <exception cref="Refusal">There is no room; the job's folder is deleted.</exception>
    public Job Add(string id, JobOrder order, Painting? painting = null)
    {
        try
        {
            CheckRoom(Lane(order));
        }
        catch
        {
            files.Delete(id);
            throw;
        }

        var job = NewRun(id, order);
        if (painting is not null && options.Queue is null) paintings[id] = painting; // others find it again
        store.Add(job);
        Enqueue(job);
        return job;
    }

    /// <summary>The answer to one more.</summary>
    public Refusal Busy(string what) =>
        new(Problem.Busy, $"expected room for one more, found all of it taken by {what}")
        {
            RetryAfter =
                (int)Math.Clamp(Math.Ceiling(Count(Photos) * store.SecondsAPhoto / Math.Max(1, Workers)), 1, 60),
        };

    /// <exception cref="Refusal">There is none, or it is gone.</exception>
    public Job Find(string id) => store.Find(id, fresh: options.Limits.Kept / 20)
        ?? throw new Refusal(Problem.NotFound, "expected the id of a job, found none of that name");

    /// <summary>The file of a job's result, if it is done.</summary>
    public string Result(Job job) => Path.Combine(files.Folder(job.Id), job.Order.Output);

    /// <summary>The colours of a job that were found before it; null if they were not.</summary>
    public Painting? TakePainting(string id) => paintings.TryRemove(id, out var painting) ? painting : null;

    /// <summary>
    /// Stops a job and keeps its files, so that it can be started again; does nothing when it is over.
    /// </summary>
    public Job Cancel(string id)
    {
        var job = Find(id);
        if (job.View.IsOver()) return job;
        job = job with { Run = NewName(), View = job.View with { State = JobState.Cancelled, Eta = null } };
        store.SetRun(job);
        return job;
    }

    /// <summary>Starts a job again that was cancelled or has failed; a film goes on where it was.</summary>
    /// <exception cref="Refusal">It is none of these.</exception>
    public Job Restart(string id)
    {
        var job = Find(id);
        if (job.View.State is not (JobState.Cancelled or JobState.Failed))
            throw new Refusal(Problem.Unfit,
                $"expected a job that was cancelled or has failed, found one that is {job.View.StateName}");
        job = NewRun(id, job.Order);
        store.SetRun(job);
        Enqueue(job);
        return job;
    }

    /// <summary>Stops a job and forgets it, its files too.</summary>
    public void Remove(string id)
    {
        paintings.TryRemove(id, out _);
        store.Remove(id);
        files.Delete(id);
    }

    /// <summary>Waits until a job is over.</summary>
    /// <returns>How it is then, or when the time is over.</returns>
    public async Task<Job> WaitAsync(string id, TimeSpan time, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var job = Find(id);
            if (job.View.IsOver() || clock.Elapsed > time) return job;
            var pause = clock.Elapsed / 10; // late by a tenth of the time at most
            await Task.Delay(pause < MinPause ? MinPause : pause < MaxPause ? pause : MaxPause, stop);
        }
    }

    /// <summary>Forgets what nobody asked about for long.</summary>
    public void Sweep(TimeSpan kept)
    {
        foreach (var id in store.UnusedSince(DateTimeOffset.UtcNow - kept))
            if (store.Find(id, TimeSpan.MaxValue) is not { } job || job.View.IsOver()) Remove(id);
        if (options.Files is null) return; // the folders of sessions lie among these
        foreach (var id in files.Untouched(kept))
            if (store.Run(id) is null) files.Delete(id);
    }

    private void CheckRoom(string lane)
    {
        if (Count(lane) >= options.Limits.Queue) throw Busy("jobs");
    }

    private static string Lane(ApiSubject kind) =>
        kind is ApiSubject.Film or ApiSubject.FilmSession ? Films : Photos;

    private static string Lane(JobOrder order) => order.Source is null ? Lane(order.Kind) : Photos;

    private static string NewName() => Guid.NewGuid().ToString("N");

    private static Job NewRun(string id, JobOrder order) => new(id, NewName(), order, JobView.Queued(id, order.Kind));

    private long Count(string lane) => storage.GetMonitoringApi().EnqueuedCount(lane);

    private void Enqueue(Job job) => client.Create(
        Hangfire.Common.Job.FromExpression<JobRunner>(
            runner => runner.RunAsync(job.Id, job.Run, CancellationToken.None)),
        new EnqueuedState(Lane(job.Order)));
}
