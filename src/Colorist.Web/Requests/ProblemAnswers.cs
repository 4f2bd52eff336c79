using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Colorist.Web;

/// <summary>Answers with problem details whatever goes wrong.</summary>
internal sealed class ProblemAnswers(RequestDelegate next, ILogger<ProblemAnswers> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (Unanswered(context.Response) is { } problem) await Write(context, problem);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort(); // nobody listens
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var details = exception is BadHttpRequestException bad ? Bad(bad) : Problem.For(exception);
            if (details.Status == Problem.Failed.Status) log.RequestFailed(exception);
            if (exception is Refusal { RetryAfter: { } seconds }) context.Response.Headers.RetryAfter = $"{seconds}";
            await Write(context, details);
        }
    }

    /// <summary>Writes a problem.</summary>
    public static Task Write(HttpContext context, ProblemDetails details)
    {
        context.Response.StatusCode = details.Status!.Value;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(details, options: null, "application/problem+json");
    }

    /// <summary>What the routing refuses: no such path, or none for this method.</summary>
    private static ProblemDetails? Unanswered(HttpResponse response) => response switch
    {
        { HasStarted: false, StatusCode: 404 } =>
            Problem.NotFound.Details("expected a path that /docs names, found another"),
        { HasStarted: false, StatusCode: 405 } =>
            Problem.OtherMethod.Details($"expected {response.Headers.Allow}, found another method"),
        _ => null,
    };

    /// <summary>What Kestrel refuses, in our words.</summary>
    private static ProblemDetails Bad(BadHttpRequestException exception) => exception.StatusCode switch
    {
        408 => Problem.TooSlow.Details("expected the body at a steady pace, found too few bytes a second"),
        413 => Problem.TooLarge.Details("expected a smaller body, found more bytes than the server takes"),
        _ => Problem.Malformed.Details("expected a whole request, found a broken one"),
    };
}
