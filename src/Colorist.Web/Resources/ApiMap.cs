namespace Colorist.Web;

/// <summary>Which path of the API does what; the documentation is made of this.</summary>
internal static class ApiMap
{
    private static readonly Problem[] Uploading =
        [Problem.Malformed, Problem.TooSlow, Problem.TooLarge, Problem.Unread, Problem.Refused, Problem.Busy];

    private static readonly string[] Pictures = ["image/jpeg", "image/png", "image/tiff", "image/webp", "image/avif"];

    private static readonly string[] Films = ["video/mp4", "video/x-matroska", "video/quicktime"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("photos", PhotosResource.Post)
            .Says("photos", "Colour a photo",
                "Answers the picture, or a job with Prefer: respond-async, or when the photo is large.")
            .WithMetadata(new Body(ApiSubject.Photo)).Gives(200, Pictures).Gives<JobView>(202).Refuses(Uploading);
        api.MapPost("films", FilmsResource.Post).Says("films", "Colour a film", "Answers a job.")
            .WithMetadata(new Body(ApiSubject.Film)).Gives<JobView>(202).Refuses(Uploading);
        api.MapGet("jobs/{id}", JobsResource.Get)
            .Says("jobs", "How far a job is", "State, photos or frames done, their number, and seconds left.")
            .Gives<JobView>(200).Refuses(Problem.NotFound);
        api.MapGet("jobs/{id}/events", JobsResource.Events)
            .Says(
                "jobs", "Follow a job", "Server-sent events: the job each time that it changes, named after its state.")
            .Gives(200, "text/event-stream").Refuses(Problem.NotFound);
        api.MapGet("jobs/{id}/result", JobsResource.Result)
            .Says("jobs", "The coloured photo or film", "Also in parts (Range).")
            .Gives(200, [.. Pictures, .. Films]).Refuses(Problem.NotFound, Problem.NotDone, Problem.Refused);
        api.MapDelete("jobs/{id}", JobsResource.Delete)
            .Says("jobs", "Cancel and forget a job", "Its files are deleted.").Gives(204).Refuses(Problem.NotFound);
        api.MapPost("jobs/{id}/cancel", JobsResource.Cancel)
            .Says("jobs", "Stop a job", "Its files are kept: it can be started again.")
            .Gives<JobView>(200).Refuses(Problem.NotFound);
        api.MapPost("jobs/{id}/restart", JobsResource.Restart)
            .Says("jobs", "Start a job again",
                "One that was cancelled or has failed. A film goes on where it was, if its frames were coloured so.")
            .Gives<JobView>(202).Refuses(Problem.NotFound, Problem.Unfit);
        api.MapGet("queue", QueueResource.Get).Says("queue", "How the queue is", "").Gives<QueueView>(200);
        api.MapPost("queue/pause", QueueResource.Pause)
            .Says("queue", "Let no job begin", "On all machines; jobs in work are finished.").Gives<QueueView>(200);
        api.MapPost("queue/resume", QueueResource.Resume).Says("queue", "Let jobs begin again", "")
            .Gives<QueueView>(200);
        api.MapGet("archive", ArchiveResource.Get)
            .Says("jobs", "Several results as one ZIP file", "Give the parameter job once for each.")
            .Gives(200, "application/zip").Refuses(Problem.NotFound, Problem.NotDone, Problem.Refused);
        api.MapGet("models", ModelsResource.Models).Says("choices", "The models", "One today.")
            .Gives<IReadOnlyList<ModelsResource.ModelView>>(200);
        api.MapGet("moods", ModelsResource.Moods).Says("choices", "The moods", "For the option mood.")
            .Gives<IReadOnlyList<ModelsResource.MoodView>>(200);
        api.MapGet("presets", ModelsResource.Presets).Says("choices", "The presets", "For the option preset.")
            .Gives<IReadOnlyList<ModelsResource.MoodView>>(200);
        api.MapGet("options", ModelsResource.Options)
            .Says("choices", "The options", "Fields of the forms, with their ranges.")
            .Gives<IReadOnlyList<ModelsResource.OptionView>>(200);
        MapSessions(api.MapGroup("sessions"));
    }

    private static void MapSessions(RouteGroupBuilder sessions)
    {
        sessions.MapPost("", SessionsResource.Post)
            .Says("sessions", "Open a photo to paint on", "A small copy answers at once when look or strokes change.")
            .WithMetadata(new Body(ApiSubject.Session)).Gives<SessionsResource.SessionView>(201).Refuses(Uploading);
        sessions.MapGet("{id}/before", SessionsResource.Before).Says("sessions", "The small copy in grey", "")
            .Gives(200, "image/jpeg").Refuses(Problem.NotFound);
        sessions.MapGet("{id}/candidates", SessionsResource.Candidates)
            .Says("sessions", "Several colourings to choose from",
                "2 to 9, five by default: small pictures, and palettes to send as the option palette.")
            .Gives<IReadOnlyList<CandidateView>>(200).Refuses(Problem.NotFound, Problem.Refused);
        sessions.MapPut("{id}/look", SessionsResource.Look)
            .Says("sessions", "Change the look", "Answers the small copy in colour.")
            .WithMetadata(new Body(ApiSubject.Session, NeedsFile: false)).Gives(200, "image/jpeg")
            .Refuses([.. Uploading, Problem.NotFound]);
        sessions.MapPut("{id}/strokes", SessionsResource.Strokes)
            .Says("sessions", "Change the strokes",
                "A picture as large as the small copy, strokes of colour on a transparent ground; no bytes for none.")
            .WithMetadata(new Body(ApiSubject.Session, IsStrokes: true)).Gives(200, "image/jpeg")
            .Refuses(Problem.NotFound, Problem.TooLarge, Problem.Refused);
        sessions.MapPost("{id}/result", SessionsResource.Result)
            .Says("sessions", "The photo itself, as it was seen", "As POST photos, without sending it again.")
            .WithMetadata(new Body(ApiSubject.Photo, NeedsFile: false)).Gives(200, Pictures).Gives<JobView>(202)
            .Refuses([.. Uploading, Problem.NotFound]);
        sessions.MapDelete("{id}", SessionsResource.Delete).Says("sessions", "Close a photo", "Its files are deleted.")
            .Gives(204).Refuses(Problem.NotFound);
    }

    private static RouteHandlerBuilder Says(
        this RouteHandlerBuilder route, string tag, string summary, string description) =>
        route.WithTags(tag).WithSummary(summary).WithDescription(description);

    private static RouteHandlerBuilder Gives(this RouteHandlerBuilder route, int status, params string[] types) =>
        route.Produces(status, null, types.FirstOrDefault(), [.. types.Skip(1)]);

    private static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder route, int status) =>
        route.Produces<T>(status);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params Problem[] problems)
    {
        foreach (var problem in problems) route.ProducesProblem(problem.Status);
        return route;
    }

    /// <summary>What a request's body holds, for the documentation.</summary>
    internal sealed record Body(ApiSubject Subject, bool NeedsFile = true, bool IsStrokes = false);
}
