namespace Colorist.Web;

/// <summary>What is said of a path, for the documentation.</summary>
internal static class ApiRoute
{
    /// <summary>What may go wrong with whatever is sent.</summary>
    public static readonly Problem[] Uploading =
        [Problem.Malformed, Problem.TooSlow, Problem.TooLarge, Problem.Unread, Problem.Refused, Problem.Busy];

    public static readonly string[] Pictures = ["image/jpeg", "image/png", "image/tiff", "image/webp", "image/avif"];

    public static readonly string[] Films = ["video/mp4", "video/x-matroska", "video/quicktime"];

    public static RouteHandlerBuilder Says(
        this RouteHandlerBuilder route, string tag, string summary, string description) =>
        route.WithTags(tag).WithSummary(summary).WithDescription(description);

    public static RouteHandlerBuilder Gives(this RouteHandlerBuilder route, int status, params string[] types) =>
        route.Produces(status, null, types.FirstOrDefault(), [.. types.Skip(1)]);

    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder route, int status) =>
        route.Produces<T>(status);

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params Problem[] problems)
    {
        foreach (var problem in problems) route.ProducesProblem(problem.Status);
        return route;
    }
}
