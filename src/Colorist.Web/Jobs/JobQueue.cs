using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Colorist.Web;

/// <summary>
/// The jobs, in memory: photos wait in one line and films in another, so that a film never keeps photos waiting.
/// </summary>
internal sealed partial class JobQueue(Work work, ServerMetrics metrics, ServerOptions options, ILogger<JobQueue> log)
    : BackgroundService
{
    private static readonly int PhotoWorkers = Math.Max(2, Environment.ProcessorCount);

    private readonly ConcurrentDictionary<string, Job> jobs = new();
    private readonly Channel<Job> photos = Channel.CreateBounded<Job>(Math.Max(1, options.Limits.Queue));
    private readonly Channel<Job> films = Channel.CreateBounded<Job>(Math.Max(1, options.Limits.Queue));
    private double secondsAPhoto = 1; // a running mean

    /// <summary>Jobs that wait.</summary>
    public int Waiting => photos.Reader.Count + films.Reader.Count;

    /// <exception cref="Refusal">One more job would have to wait too long.</exception>
    public void CheckRoom(ApiSubject kind)
    {
        if (Lane(kind).Reader.Count >= options.Limits.Queue) throw Busy("jobs");
    }

    /// <summary>Takes a job in.</summary>
    /// <exception cref="Refusal">There is no room; the job is disposed.</exception>
    public void Add(Job job)
    {
        jobs[job.Id] = job;
        if (Lane(job.Kind).Writer.TryWrite(job)) return;
        Remove(job);
        throw Busy("jobs");
    }

    /// <summary>The answer to one more.</summary>
    public Refusal Busy(string what) =>
        new(Problem.Busy, $"expected room for one more, found all of it taken by {what}")
        {
            RetryAfter = (int)Math.Clamp(Math.Ceiling(photos.Reader.Count * secondsAPhoto / PhotoWorkers), 1, 60),
        };

    /// <exception cref="Refusal">There is none, or it is gone.</exception>
    public Job Find(string id)
    {
        if (!jobs.TryGetValue(id, out var job))
            throw new Refusal(Problem.NotFound, "expected the id of a job, found none of that name");
        job.Touch();
        return job;
    }

    /// <summary>Stops a job and forgets it, its files too.</summary>
    public void Remove(Job job)
    {
        jobs.TryRemove(job.Id, out _);
        job.Dispose();
    }

    /// <summary>Forgets what nobody asked about for long.</summary>
    public void Sweep(TimeSpan kept)
    {
        foreach (var job in jobs.Values.Where(job => job.View.IsOver() && job.Idle > kept)) Remove(job);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([.. Enumerable.Repeat(photos, PhotoWorkers).Append(films)
            .Select(lane => Task.Run(() => Serve(lane, stoppingToken), stoppingToken))]);

    private Channel<Job> Lane(ApiSubject kind) => kind == ApiSubject.Film ? films : photos;

    private async Task Serve(Channel<Job> lane, CancellationToken stop)
    {
        await foreach (var job in lane.Reader.ReadAllAsync(stop))
        {
            if (!job.TryBegin()) continue; // cancelled while it waited
            var clock = Stopwatch.StartNew();
            await Run(job, stop);
            metrics.Count(job.View, clock.Elapsed);
            if (job.Kind == ApiSubject.Photo) secondsAPhoto += 0.1 * (clock.Elapsed.TotalSeconds - secondsAPhoto);
            job.End();
        }
    }

    private async Task Run(Job job, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(job.Stop, stop);
        if (job.Kind == ApiSubject.Photo) limit.CancelAfter(options.Limits.PhotoTime);
        try
        {
            await work.RunAsync(job, limit.Token);
        }
        catch (Exception) when (job.Stop.IsCancellationRequested || stop.IsCancellationRequested)
        {
            job.Cancel();
        }
        catch (OperationCanceledException)
        {
            job.Fail(Problem.Refused
                .Details(FormattableString.Invariant(
                    $"file: expected at most {options.Limits.PhotoTime.TotalSeconds} seconds of work, found more")));
        }
        catch (Exception exception)
        {
            var problem = Problem.For(exception);
            if (problem.Status == Problem.Failed.Status) Failed(exception);
            job.Fail(problem);
        }
    }

    [LoggerMessage(LogLevel.Error, "A job failed.")]
    private partial void Failed(Exception exception);
}
