using System.Diagnostics;

namespace Colorist;

/// <summary>Adds up how long a stage worked, waiting for other stages not counted; one thread uses it.</summary>
internal sealed class StageClock
{
    private readonly Stopwatch watch = new();

    public double Seconds => watch.Elapsed.TotalSeconds;

    /// <summary>Counts some work.</summary>
    public void Count(Action work)
    {
        watch.Start();
        work();
        watch.Stop();
    }

    /// <summary>Counts what it takes to make each item.</summary>
    public IEnumerable<T> Counted<T>(IEnumerable<T> items)
    {
        watch.Start();
        foreach (var item in items)
        {
            watch.Stop();
            yield return item;
            watch.Start();
        }

        watch.Stop();
    }

    /// <summary>Does not count what it takes to get each item from the stage before.</summary>
    public IEnumerable<T> Uncounted<T>(IEnumerable<T> items)
    {
        watch.Stop();
        foreach (var item in items)
        {
            watch.Start();
            yield return item;
            watch.Stop();
        }

        watch.Start();
    }
}
