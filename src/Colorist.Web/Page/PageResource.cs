using System.Reflection;

namespace Colorist.Web;

/// <summary>The page's own files, which are part of the program.</summary>
internal static class PageResource
{
    private const string Folder = "wwwroot/";

    private static readonly Assembly Program = typeof(PageResource).Assembly;
    private static readonly HashSet<string> Names = [.. Program.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Send("index.html")).ExcludeFromDescription();
        app.MapGet("/page/{**name}", (string name) => Send(name)).ExcludeFromDescription();
        app.MapPost("/session", SignIn).ExcludeFromDescription();
    }

    /// <exception cref="Refusal">There is no such file.</exception>
    internal static IResult Send(string name) => Names.Contains(Folder + name)
        ? Results.Stream(Program.GetManifestResourceStream(Folder + name)!, MediaTypes.Of(Path.GetExtension(name)))
        : throw new Refusal(Problem.NotFound, "expected a file of the page, found none of that name");

    /// <summary>
    /// Lets a browser in that knows the token; the cookie goes with the browser's session and to this server alone.
    /// </summary>
    private static async Task<IResult> SignIn(HttpContext context, ServerOptions options)
    {
        const int MaxLength = 512;
        if (context.Request.ContentLength is null or > MaxLength)
            throw new Refusal(Problem.TooLarge, "expected a token, found more");
        using var reader = new StreamReader(context.Request.Body);
        var typed = await reader.ReadToEndAsync(context.RequestAborted);
        if (!Access.IsToken(options, typed))
            throw new Refusal(Problem.NoToken, "expected the server's token, found another text");
        context.Response.Cookies.Append(Access.Cookie, typed, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
        });
        return Results.NoContent();
    }
}
