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
    }
}
