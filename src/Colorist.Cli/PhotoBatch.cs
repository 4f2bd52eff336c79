using System.Collections.Concurrent;

namespace Colorist.Cli;

/// <summary>
/// Colours many photos, several at a time: while the network works on one, others are decoded, painted and encoded. Every worker takes
/// its photo all the way, so that no more photos are open than there are workers.
/// </summary>
internal static class PhotoBatch
{
    // One photo in the network, one before it, one behind it; and enough to keep the cores busy where files are large.
    private static readonly int UsualWorkers = Math.Max(3, Environment.ProcessorCount);

    /// <summary>Colours photos.</summary>
    /// <param name="jobs">The photos.</param>
    /// <param name="colorizer">Colours each.</param>
    /// <param name="threads">Photos at a time; 0 for as many as keep the cores busy.</param>
    /// <param name="done">Hears of each photo, one call at a time.</param>
    /// <param name="stop">Stops the photos that are worked on, of which nothing is left, and takes no other.</param>
    public static void Run(IEnumerable<PhotoJob> jobs, JobColorizer colorizer, int threads, Action<PhotoReport> done, CancellationToken stop)
    {
        var queue = new ConcurrentQueue<PhotoJob>(jobs);
        var told = new Lock();
        var workers = Enumerable.Range(0, Math.Min(threads > 0 ? threads : UsualWorkers, queue.Count)).Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (!stop.IsCancellationRequested && queue.TryDequeue(out var job))
                {
                    if (Colored(job, colorizer, stop) is not { } result) return;
                    lock (told) done(result);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        Task.WaitAll(workers, CancellationToken.None); // each must end its photo
    }

    private static PhotoReport? Colored(PhotoJob job, JobColorizer colorizer, CancellationToken stop)
    {
        try
        {
            return colorizer.Color(job, stop);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
