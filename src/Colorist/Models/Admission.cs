namespace Colorist;

/// <summary>
/// Lets as many pictures into a model's networks at a time as there are cores for: one more would not be faster, only
/// need memory.
/// </summary>
/// <param name="threads">Threads that work on one picture; 0 for one per core.</param>
internal sealed class Admission(int threads) : IDisposable
{
    private readonly SemaphoreSlim room = new(threads == 0 ? 1 : Math.Max(1, Environment.ProcessorCount / threads));

    /// <summary>Waits for room; whoever got in disposes what it got.</summary>
    /// <exception cref="OperationCanceledException">It was stopped while it waited.</exception>
    public Pass Enter(CancellationToken stop)
    {
        room.Wait(stop);
        return new Pass(room);
    }

    /// <summary>The same without holding a thread meanwhile.</summary>
    /// <exception cref="OperationCanceledException">It was stopped while it waited.</exception>
    public async ValueTask<Pass> EnterAsync(CancellationToken stop)
    {
        await room.WaitAsync(stop).ConfigureAwait(false);
        return new Pass(room);
    }

    public void Dispose() => room.Dispose();

    /// <summary>The right to be inside.</summary>
    public readonly struct Pass(SemaphoreSlim room) : IDisposable
    {
        public void Dispose() => room.Release();
    }
}
