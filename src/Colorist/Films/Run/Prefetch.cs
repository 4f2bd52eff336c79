using System.Collections.Concurrent;

namespace Colorist;

/// <summary>Lets a stage of the work run on a thread of its own, a few items ahead of whoever takes them.</summary>
internal static class Prefetch
{
    /// <summary>Enumerates on another thread; an exception there comes out here.</summary>
    /// <param name="items">Disposed on that thread, also when the taker stops early.</param>
    /// <param name="count">Items that may wait.</param>
    public static IEnumerable<T> Run<T>(IEnumerable<T> items, int count)
    {
        using var waiting = new BlockingCollection<T>(count);
        using var stop = new CancellationTokenSource();
        var work = Task.Factory.StartNew(() => Fill(items, waiting, stop.Token), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var item in waiting.GetConsumingEnumerable()) yield return item;
            work.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            // its exception, if any, is out already or nobody's concern any more
            ((IAsyncResult)work).AsyncWaitHandle.WaitOne();
            _ = work.Exception;
        }
    }

    private static void Fill<T>(IEnumerable<T> items, BlockingCollection<T> waiting, CancellationToken stop)
    {
        try
        {
            foreach (var item in items) waiting.Add(item, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The taker stopped early.
        }
        finally
        {
            waiting.CompleteAdding();
        }
    }
}
