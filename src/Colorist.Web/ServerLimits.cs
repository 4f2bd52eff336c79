namespace Colorist.Web;

/// <summary>What is too much for the server; every value has a default.</summary>
public sealed record ServerLimits
{
    /// <summary>Bytes of a photo with all that is sent with it; 1 GiB by default.</summary>
    public long PhotoBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of a film with all that is sent with it; 32 GiB by default.</summary>
    public long FilmBytes { get; init; } = 32L << 30;

    /// <summary>Pixels of a photo; 500 million by default.</summary>
    public long Pixels { get; init; } = 500_000_000;

    /// <summary>
    /// Pixels up to which a photo is answered at once; larger ones become jobs. 40 million by default.
    /// </summary>
    public long PixelsAtOnce { get; init; } = 40_000_000;

    /// <summary>How long a request waits for its picture before it is told to come back; a minute by default.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one photo may be worked on; ten minutes by default.</summary>
    public TimeSpan PhotoTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long one film may be worked on by one machine; three days by default.</summary>
    public TimeSpan FilmTime { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Photos, or films, that wait for their turn; 64 by default.</summary>
    public int Queue { get; init; } = 64;

    /// <summary>Requests that send files at the same time; 32 by default.</summary>
    public int Uploads { get; init; } = 32;

    /// <summary>Photos that are open on pages; 500 by default.</summary>
    public int Sessions { get; init; } = 500;

    /// <summary>Films that are open on pages; 32 by default.</summary>
    public int FilmSessions { get; init; } = 32;

    /// <summary>Shots of a film that get a still, the first ones; 2000 by default.</summary>
    public int Shots { get; init; } = 2000;

    /// <summary>Fields of a form: a shot that is painted needs two; 1000 by default.</summary>
    public int Fields { get; init; } = 1000;

    /// <summary>How long uploads and results are kept after their last use; an hour by default.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Bytes a second below which a sender is cut off, after ten seconds of grace; 10,000 by default.
    /// </summary>
    public double BytesPerSecond { get; init; } = 10_000;

    /// <summary>How long a slow sender is left alone before its speed counts; ten seconds by default.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);
}
