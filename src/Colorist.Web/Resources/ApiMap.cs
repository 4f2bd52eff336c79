namespace Colorist.Web;

/// <summary>Which path of the API does what; the documentation is made of this.</summary>
internal static class ApiMap
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("photos", PhotosResource.Post)
            .Says("photos", "Colour a photo",
                "Answers the picture, or a job with Prefer: respond-async, or when the photo is large.")
            .WithMetadata(new ApiBody(ApiSubject.Photo)).Gives(200, ApiRoute.Pictures).Gives<JobView>(202)
            .Refuses(ApiRoute.Uploading);
        api.MapPost("films", FilmsResource.Post).Says("films", "Colour a film", "Answers a job.")
            .WithMetadata(new ApiBody(ApiSubject.Film)).Gives<JobView>(202).Refuses(ApiRoute.Uploading);
        api.MapGet("jobs/{id}", JobsResource.Get)
            .Says("jobs", "How far a job is", "State, photos or frames done, their number, and seconds left.")
            .Gives<JobView>(200).Refuses(Problem.NotFound);
        api.MapGet("jobs/{id}/events", JobsResource.Events)
            .Says(
                "jobs", "Follow a job", "Server-sent events: the job each time that it changes, named after its state.")
            .Gives(200, "text/event-stream").Refuses(Problem.NotFound);
        api.MapGet("jobs/{id}/result", JobsResource.Result)
            .Says("jobs", "The coloured photo or film", "Also in parts (Range).")
            .Gives(200, [.. ApiRoute.Pictures, .. ApiRoute.Films])
            .Refuses(Problem.NotFound, Problem.NotDone, Problem.Refused);
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
        SessionsMap.Map(api.MapGroup("sessions"));
        SessionsMap.MapFilms(api.MapGroup("film-sessions"));
    }
}
