namespace Colorist;

/// <summary>Runs what cannot be stopped from within, such as a decoder that unpacks a whole picture at once.</summary>
internal static class Stoppable
{
    /// <summary>
    /// Waits for a result, or for the wish to have it no more; the work then ends by itself, unheard.
    /// </summary>
    /// <param name="work">
    /// Must own all that it uses, and leave nothing behind when <paramref name="stop"/> is asked for.
    /// </param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static T Run<T>(Func<T> work, CancellationToken stop)
    {
        if (!stop.CanBeCanceled) return work();
        stop.ThrowIfCancellationRequested();
        // no thread of the pool
        var running = Task.Factory
            .StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return running.WaitAsync(stop).GetAwaiter().GetResult();
    }
}
