using System.Net;

namespace Colorist.Web;

/// <summary>How the server runs; every value has a default.</summary>
public sealed record ServerOptions
{
    private const int MinTokenLength = 16;

    /// <summary>Address to listen on; this computer alone by default.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Port to listen on, 0 for any that is free; 7016 by default.</summary>
    public int Port { get; init; } = 7016;

    /// <summary>Whether the page is opened in the browser; false by default.</summary>
    public bool Open { get; init; }

    /// <summary>Whether there is a page beside the API; true by default.</summary>
    public bool HasPage { get; init; } = true;

    /// <summary>
    /// What every visitor must know; null, the default, for a server that only this computer reaches.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>Folder of the model; the one that comes with the program by default.</summary>
    public string Model { get; init; } = ShippedModel.Folder;

    /// <summary>
    /// Folder of a study whose participants are let in by their personal links; null, the default, for none.
    /// </summary>
    public string? Study { get; init; }

    /// <summary>
    /// How the PostgreSQL is reached that holds the jobs of several machines, such as
    /// <c>Host=db;Database=colorist;Username=colorist;Password=…</c>; null, the default, for jobs in memory.
    /// </summary>
    public string? Queue { get; init; }

    /// <summary>
    /// Folder that all machines of the queue share, for uploads and results; null, the default, for a private one,
    /// which goes with the server.
    /// </summary>
    public string? Files { get; init; }

    /// <summary>
    /// After which silence of a worker its jobs are given to another, 2 seconds to an hour; a minute by default.
    /// </summary>
    public TimeSpan LostAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Photos that this machine works on at the same time, 1..256; one a processor by default, but two at least.
    /// </summary>
    public int PhotosAtATime { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>What is too much.</summary>
    public ServerLimits Limits { get; init; } = new();

    /// <summary>Whether only this computer reaches the server.</summary>
    internal bool IsLocal => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <exception cref="ArgumentException">
    /// An option is out of its range, or the others would let strangers in.
    /// </exception>
    internal void Check()
    {
        if (Port is < 0 or > 65535) throw new ArgumentException($"expected a port 0 to 65535, found {Port}");
        if (!IsLocal && !IPAddress.TryParse(Host, out _))
            throw new ArgumentException($"expected an address of this computer as the host, found {Host}");
        if (!IsLocal && Token is null)
            throw new ArgumentException($"expected a token for the host {Host}, which others reach, found none");
        if (Token is { Length: < MinTokenLength } or { Length: > 256 })
            throw new ArgumentException($"expected a token of {MinTokenLength} to 256 letters, found {Token.Length}");
        if (Token?.Any(letter => letter is <= ' ' or > '~') == true)
            throw new ArgumentException("expected a token of plain letters, digits and signs, found others");
        CheckQueue();
    }

    /// <exception cref="ArgumentException">The queue and its files do not go together.</exception>
    internal void CheckQueue()
    {
        if (Queue is null != Files is null)
            throw new ArgumentException(Queue is null
                ? "expected a queue for the files of several machines, found none"
                : "expected a folder for the files that all machines of the queue share, found none");
        if (Queue is not null) QueueStorage.Check(Queue);
        if (Files is not null) CheckFiles(Files);
        if (LostAfter < TimeSpan.FromSeconds(2) || LostAfter > TimeSpan.FromHours(1))
            throw new ArgumentException(FormattableString.Invariant(
                $"expected 2 to 3600 seconds for a lost worker, found {LostAfter.TotalSeconds}"));
        if (PhotosAtATime is < 1 or > 256)
            throw new ArgumentException($"expected 1 to 256 photos at a time, found {PhotosAtATime}");
    }

    /// <summary>A machine that could not write there would fail all jobs that it takes.</summary>
    private static void CheckFiles(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ArgumentException($"expected a folder for the files that is there, found no {folder}");
        try
        {
            var trial = Path.Combine(folder, Path.GetRandomFileName());
            using var file = new FileStream(
                trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException(
                $"expected a folder for the files that can be written, found {exception.Message}", exception);
        }
    }
}
