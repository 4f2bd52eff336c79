namespace Colorist.Web;

/// <summary><c>sessions</c>: a photo that is looked at while its look and strokes change, as on the page.</summary>
internal static class SessionsResource
{
    private const int MaxStrokeBytes = 16 << 20;

    public static async Task<IResult> Post(
        HttpContext context, Intake intake, Workbench workbench, Colorizer colorizer, ServerOptions options)
    {
        var upload = await intake.ReceiveAsync(context.Request, ApiSubject.Session, context.RequestAborted);
        try
        {
            using var photo = intake.Open(upload);
            if (upload.Fields.Flag(ApiOptions.Recolor) != true
                && await Task.Run(() => photo.HasColor(context.RequestAborted), context.RequestAborted))
                throw new Refusal(Problem.Refused,
                    "file: expected a black-and-white or toned photo, found one in colour")
                {
                    Option = ApiOptions.Recolor.Name
                };
            var session = new Session(upload, photo.Width, photo.Height, photo.Extension, colorizer);
            workbench.Add(session, options.Limits.Sessions);
            return Results.Created($"/api/v1/sessions/{session.Id}", new SessionView(
                session.Id, session.Width, session.Height, session.PreviewSize.Width, session.PreviewSize.Height,
                session.Extension));
        }
        catch
        {
            Storage.Delete(upload.Folder);
            throw;
        }
    }

    public static async Task<IResult> Before(string id, Workbench workbench, CancellationToken stop) =>
        Jpeg(await workbench.Find<Session>(id).BeforeAsync(stop));

    public static async Task<IReadOnlyList<CandidateView>> Candidates(
        string id, Workbench workbench, string? count, CancellationToken stop)
    {
        var session = workbench.Find<Session>(id);
        return (count ?? "5") is [var digit] && digit - '0' is >= Colorizer.MinCandidates and var number
            and <= Colorizer.MaxCandidates
            ? await session.CandidatesAsync(number, stop)
            : throw new Refusal(Problem.Refused,
                $"count: expected {Colorizer.MinCandidates} to {Colorizer.MaxCandidates}, found another");
    }

    public static async Task<IResult> Look(string id, HttpContext context, Intake intake, Workbench workbench)
    {
        var session = workbench.Find<Session>(id);
        var wish =
            await intake.ReceiveAsync(context.Request, ApiSubject.Session, context.RequestAborted, needsFile: false);
        try
        {
            return Jpeg(await session.ChangeLookAsync(wish, context.RequestAborted));
        }
        catch
        {
            Storage.Delete(wish.Folder);
            throw;
        }
    }

    public static async Task<IResult> Strokes(string id, HttpContext context, Workbench workbench)
    {
        var session = workbench.Find<Session>(id);
        if (context.Request.ContentLength is null or > MaxStrokeBytes)
            throw new Refusal(Problem.TooLarge,
                $"expected strokes of at most {MaxStrokeBytes} bytes and their number, found more or none");
        var picture = new byte[(int)context.Request.ContentLength.Value];
        await context.Request.Body.ReadExactlyAsync(picture, context.RequestAborted);
        return Jpeg(await session.ChangeStrokesAsync(picture, context.RequestAborted));
    }

    public static async Task<IResult> Result(
        string id, HttpContext context, Intake intake, Workbench workbench, JobQueue queue, Colorizer colorizer,
        ServerOptions options)
    {
        var session = workbench.Find<Session>(id);
        var wish =
            await intake.ReceiveAsync(context.Request, ApiSubject.Photo, context.RequestAborted, needsFile: false);
        var job = await QueuedAsync(wish, session, queue, colorizer, context.RequestAborted);
        return JobsResource.WantsJob(context.Request)
            || (long)session.Width * session.Height > options.Limits.PixelsAtOnce
            ? JobsResource.Accepted(context, job)
            : await JobsResource.WhenOver(context, queue, job, options.Limits.Wait);
    }

    public static IResult Delete(string id, Workbench workbench)
    {
        workbench.Remove(workbench.Find<Session>(id));
        return Results.NoContent();
    }

    private static async Task<Job> QueuedAsync(
        Upload wish, Session session, JobQueue queue, Colorizer colorizer, CancellationToken stop)
    {
        try
        {
            var (look, painting) = await session.HandOverAsync(wish.Folder, stop);
            var fields = look.With(wish.Fields, ApiOptions.Saving);
            var order = PhotosResource.Order(session.Upload.Name, fields, session.Extension, colorizer);
            return queue.Add(wish.Id, order with { IsPainted = true }, painting);
        }
        catch
        {
            Storage.Delete(wish.Folder);
            throw;
        }
    }

    private static IResult Jpeg(byte[] picture) => Results.Bytes(picture, "image/jpeg");

    /// <summary>A session as the API shows it.</summary>
    internal sealed record SessionView(
        string Id, int Width, int Height, int PreviewWidth, int PreviewHeight, string Extension);
}
