namespace Colorist.Web;

/// <summary>Something that is open on a page: a photo, or a film.</summary>
internal abstract class Workpiece : IDisposable
{
    private long lastUse = Environment.TickCount64;

    /// <summary>Nobody guesses it.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>How long nobody asked for it.</summary>
    public TimeSpan Idle => TimeSpan.FromMilliseconds(Environment.TickCount64 - Interlocked.Read(ref lastUse));

    public void Touch() => Interlocked.Exchange(ref lastUse, Environment.TickCount64);

    /// <summary>Ends what it does, and deletes its files.</summary>
    public abstract void Dispose();
}
