using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Colorist.Web;

/// <summary><c>jobs/{id}</c>: how far a job is, its events, its result, its end.</summary>
internal static class JobsResource
{
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromMilliseconds(250);

    public static JobView Get(string id, JobQueue queue) => queue.Find(id).View;

    public static IResult Delete(string id, JobQueue queue)
    {
        queue.Remove(queue.Find(id).Id);
        return Results.NoContent();
    }

    public static JobView Cancel(string id, JobQueue queue) => queue.Cancel(id).View;

    public static IResult Restart(string id, JobQueue queue, HttpContext context) =>
        Accepted(context, queue.Restart(id));

    public static IResult Result(string id, JobQueue queue) => Result(queue.Find(id), queue);

    private static IResult Result(Job job, JobQueue queue) =>
        job.View switch
        {
            { State: JobState.Done } => Picture(job, queue.Result(job)),
            { Problem: { } problem } =>
                Results.Json(problem, contentType: "application/problem+json", statusCode: problem.Status),
            var view => throw new Refusal(
                Problem.NotDone, $"expected a job that is done, found one that is {view.StateName}"),
        };

    public static IResult Events(string id, JobQueue queue, CancellationToken stop) =>
        Results.ServerSentEvents(Follow(queue.Find(id), queue, stop));

    /// <summary>Whether a request would rather have a job than wait (RFC 7240).</summary>
    public static bool WantsJob(HttpRequest request) =>
        request.Headers["Prefer"]
            .Any(line =>
                line!.Split(',').Any(wish => wish.Trim().Equals("respond-async", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The answer to a job that goes on.</summary>
    public static IResult Accepted(HttpContext context, Job job)
    {
        if (WantsJob(context.Request)) context.Response.Headers["Preference-Applied"] = "respond-async";
        return Results.Accepted($"/api/v1/jobs/{job.Id}", job.View);
    }

    /// <summary>The picture, when it is there; a job, if it takes long; nothing is left of it otherwise.</summary>
    public static async Task<IResult> WhenOver(HttpContext context, JobQueue queue, Job job, TimeSpan wait)
    {
        try
        {
            job = await queue.WaitAsync(job.Id, wait, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            queue.Remove(job.Id);
            throw;
        }

        if (!job.View.IsOver()) return Accepted(context, job);

        context.Response.OnCompleted(() =>
        {
            queue.Remove(job.Id);
            return Task.CompletedTask;
        });
        return Result(job, queue);
    }

    private static Told Picture(Job job, string file)
    {
        var extension = Path.GetExtension(file);
        return new Told(job.View.Remarks,
            Results.File(
                file, MediaTypes.Of(extension), job.Order.Stem + "-colour" + extension, enableRangeProcessing: true));
    }

    private static async IAsyncEnumerable<SseItem<JobView>> Follow(Job job, JobQueue queue, [EnumeratorCancellation]
    CancellationToken stop)
    {
        JobView? told = null;
        while (true)
        {
            var view = job.View;
            if ((view.State, view.Done, view.Total, view.Eta) != (told?.State, told?.Done, told?.Total, told?.Eta))
                yield return new SseItem<JobView>(told = view, view.StateName);
            if (view.IsOver()) yield break;
            await Task.Delay(BetweenEvents, stop);
            job = queue.Find(job.Id);
        }
    }

    /// <summary>A result with its remarks in a header of its own.</summary>
    private sealed class Told(IReadOnlyList<string> remarks, IResult result) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (remarks.Count > 0)
                httpContext.Response.Headers["Colorist-Remarks"] = Uri.EscapeDataString(string.Join("; ", remarks));
            return result.ExecuteAsync(httpContext);
        }
    }
}
