using Colorist.CommandLine;
using Microsoft.AspNetCore.Mvc;

namespace Colorist.Web;

/// <summary>A kind of problem: RFC 9457's type, title and status.</summary>
/// <param name="Name">The end of the type's URI.</param>
/// <param name="Status">Of HTTP.</param>
/// <param name="Title">For people, always the same.</param>
internal sealed record Problem(string Name, int Status, string Title)
{
    public static readonly Problem Malformed = new("malformed", 400, "The request cannot be read.");
    public static readonly Problem NoToken = new("no-token", 401, "This server asks for a token.");
    public static readonly Problem OtherSite = new("other-site", 403, "Requests from other sites are refused.");
    public static readonly Problem NotFound = new("not-found", 404, "There is no such thing, or it is gone.");
    public static readonly Problem OtherMethod =
        new("other-method", 405, "There is such a thing, but it is not used so.");
    public static readonly Problem TooSlow = new("too-slow", 408, "The request came too slowly.");
    public static readonly Problem NotDone = new("not-done", 409, "There is no result.");
    public static readonly Problem Unfit = new("unfit", 409, "The job is not in a state for this.");
    public static readonly Problem TooLarge = new("too-large", 413, "This is more than the server takes.");
    public static readonly Problem Unread = new("unread-format", 415, "This is no file that the server reads.");
    public static readonly Problem OtherHost = new("other-host", 421, "The server does not answer under this name.");
    public static readonly Problem Refused = new("refused", 422, "This cannot be done as it is asked.");
    public static readonly Problem Busy = new("busy", 429, "The server has enough to do.");
    public static readonly Problem Failed = new("failed", 500, "The server failed.");
    public static readonly Problem NotReady = new("not-ready", 503, "The server takes no work now.");

    public static readonly IReadOnlyList<Problem> All =
        [Malformed, NoToken, OtherSite, NotFound, OtherMethod, TooSlow, NotDone, Unfit, TooLarge, Unread, OtherHost,
            Refused, Busy, Failed, NotReady];

    public ProblemDetails Details(string detail, string? option = null)
    {
        var details = new ProblemDetails
        {
            Type = $"urn:colorist:problem:{Name}",
            Title = Title,
            Status = Status,
            Detail = detail
        };
        if (option is not null) details.Extensions["option"] = option;
        return details;
    }

    /// <summary>What an exception is to the outside: no path, no framework's words.</summary>
    /// <param name="exception">Of this server, the library, or anything.</param>
    public static ProblemDetails For(Exception exception) => exception switch
    {
        Refusal refusal => refusal.Problem.Details(refusal.Message, refusal.Option),
        ColoristException { Option: nameof(PhotoOptions.Recolor) } told =>
            Refused.Details(Line(told), ApiOptions.Recolor.Name),
        ModelException told => Failed.Details($"expected {told.Expected}, found {told.Found}"),
        ColoristException told => Refused.Details(Line(told)),
        ArgumentException told => Refused.Details(PlainMessage.Line(told)),
        _ when QueueStorage.IsOfDatabase(exception) =>
            NotReady.Details("expected the database of the queue to answer, found that it does not"),
        OutOfMemoryException => Failed.Details("expected memory for this picture, found too little"),
        _ => Failed.Details("The log of the server says more."),
    };

    /// <summary>
    /// Uploads lie in files that are called after their fields: "style: expected a picture, found an empty file".
    /// </summary>
    private static string Line(ColoristException told)
    {
        var folder = Path.GetDirectoryName(told.Path) ?? "";
        var found = folder.Length > 0
            ? told.Found.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            : told.Found;
        return $"{Path.GetFileName(told.Path).Split('.')[0]}: expected {told.Expected}, found {found}";
    }
}
