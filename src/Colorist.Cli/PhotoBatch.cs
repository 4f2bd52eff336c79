using System.Collections.Concurrent;

namespace Colorist.Cli;

/// <summary>
/// Colours many photos, several at a time: while the network works on one, others are decoded, painted and encoded.
/// Every worker takes its photo all the way, so that no more photos are open than there are workers.
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
    /// <param name="stop">Lets each worker finish its photo and take no other, and then drop even that.</param>
    public static void Run(
        IEnumerable<PhotoJob> jobs, JobColorizer colorizer, int threads, Action<PhotoReport> done, Interruption stop)
    {
        var queue = new ConcurrentQueue<PhotoJob>(jobs);
        var told = new Lock();
        var workers = Enumerable.Range(0, Math.Min(threads > 0 ? threads : UsualWorkers, queue.Count))
            .Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (!stop.Soon.IsCancellationRequested && queue.TryDequeue(out var job))
                {
                    if (Colored(job, colorizer, stop.Now) is not { } result) return;
                    lock (told) done(result);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        Task.WaitAll(workers, CancellationToken.None); // each must finish its photo, or tidy up behind it
    }

    /// <returns>Null for a photo that was dropped.</returns>
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
