using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Colorist.Web;

/// <summary>
/// Who may ask: no other site through a visitor's browser, no name that was pointed here by somebody else (DNS
/// rebinding), and where there is a token, whoever knows it.
/// </summary>
internal sealed class Access(RequestDelegate next, ServerOptions options)
{
    public const string Cookie = "colorist-token";

    /// <summary>The page's own scripts and pictures, nothing else from anywhere.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private readonly byte[]? token = options.Token is null ? null : Hash(options.Token);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        SetHeaders(context.Response.Headers);
        if (options.IsLocal && !IsThisComputer(request.Host.Host))
            throw new Refusal(Problem.OtherHost, "expected localhost or 127.0.0.1 as the host, found another name");
        if (IsFromElsewhere(request))
            throw new Refusal(Problem.OtherSite,
                "expected a request of this server's own page or of a program, found one of another site");
        if (token is not null && !IsOpen(request) && !Knows(request))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            throw new Refusal(
                Problem.NoToken, "expected Authorization: Bearer with the server's token, found none or another");
        }

        return next(context);
    }

    /// <summary>Whether a text is the token; takes as long for a nearly right one as for any.</summary>
    public static bool IsToken(ServerOptions options, string? typed) =>
        options.Token is not null && typed is not null
            && CryptographicOperations.FixedTimeEquals(Hash(options.Token), Hash(typed));

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    private static bool IsThisComputer(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Browsers say where a request comes from; programs say nothing.</summary>
    private static bool IsFromElsewhere(HttpRequest request)
    {
        var own = $"{request.Scheme}://{request.Host}";
        if (request.Headers.Origin is [{ } origin, ..] && !origin.Equals(own, StringComparison.OrdinalIgnoreCase))
            return true;
        var isVisit = HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate"
            && !request.Path.StartsWithSegments("/api");
        return request.Headers["Sec-Fetch-Site"] is [{ } site, ..] && site is not ("same-origin" or "none") && !isVisit;
    }

    /// <summary>What a visitor without a token sees: the page's own files, which hold no secret, whether the server
    /// lives, and by a personal link the study that it is of.</summary>
    private bool IsOpen(HttpRequest request) =>
        request.Path.StartsWithSegments("/health") || request.Path == "/session"
        || (options.Study is not null && request.Path.StartsWithSegments(StudyResource.Root))
        || (HttpMethods.IsGet(request.Method) && (request.Path == "/" || request.Path.StartsWithSegments("/page")));

    private bool Knows(HttpRequest request)
    {
        var typed = request.Headers.Authorization is [{ } header, ..]
            && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : request.Cookies[Cookie];
        return typed is not null && CryptographicOperations.FixedTimeEquals(token, Hash(typed));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
