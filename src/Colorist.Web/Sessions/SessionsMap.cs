namespace Colorist.Web;

/// <summary>Which path of the API does what with photos and films that are open on a page.</summary>
internal static class SessionsMap
{
    public static void Map(RouteGroupBuilder sessions)
    {
        sessions.MapPost("", SessionsResource.Post)
            .Says("sessions", "Open a photo to paint on", "A small copy answers at once when look or strokes change.")
            .WithMetadata(new ApiBody(ApiSubject.Session)).Gives<SessionsResource.SessionView>(201)
            .Refuses(ApiRoute.Uploading);
        sessions.MapGet("{id}/before", SessionsResource.Before).Says("sessions", "The small copy in grey", "")
            .Gives(200, "image/jpeg").Refuses(Problem.NotFound);
        sessions.MapGet("{id}/candidates", SessionsResource.Candidates)
            .Says("sessions", "Several colourings to choose from",
                "2 to 9, five by default: small pictures, and palettes to send as the option palette.")
            .Gives<IReadOnlyList<CandidateView>>(200).Refuses(Problem.NotFound, Problem.Refused);
        sessions.MapPut("{id}/look", SessionsResource.Look)
            .Says("sessions", "Change the look", "Answers the small copy in colour.")
            .WithMetadata(new ApiBody(ApiSubject.Session, NeedsFile: false)).Gives(200, "image/jpeg")
            .Refuses([.. ApiRoute.Uploading, Problem.NotFound]);
        sessions.MapPut("{id}/strokes", SessionsResource.Strokes)
            .Says("sessions", "Change the strokes",
                "A picture as large as the small copy, strokes of colour on a transparent ground; no bytes for none.")
            .WithMetadata(new ApiBody(ApiSubject.Session, IsStrokes: true)).Gives(200, "image/jpeg")
            .Refuses(Problem.NotFound, Problem.TooLarge, Problem.Refused);
        sessions.MapPost("{id}/result", SessionsResource.Result)
            .Says("sessions", "The photo itself, as it was seen", "As POST photos, without sending it again.")
            .WithMetadata(new ApiBody(ApiSubject.Photo, NeedsFile: false)).Gives(200, ApiRoute.Pictures)
            .Gives<JobView>(202)
            .Refuses([.. ApiRoute.Uploading, Problem.NotFound]);
        sessions.MapDelete("{id}", SessionsResource.Delete).Says("sessions", "Close a photo", "Its files are deleted.")
            .Gives(204).Refuses(Problem.NotFound);
    }

    public static void MapFilms(RouteGroupBuilder films)
    {
        films.MapPost("", FilmSessionsResource.Post)
            .Says("film sessions", "Open a film to look at its shots",
                "Its shots are found meanwhile, and each gets a still.")
            .WithMetadata(new ApiBody(ApiSubject.FilmSession)).Gives<FilmSessionView>(201).Refuses(ApiRoute.Uploading);
        films.MapGet("{id}", FilmSessionsResource.Get)
            .Says("film sessions", "The shots, as far as they are found", "")
            .Gives<FilmSessionView>(200).Refuses(Problem.NotFound);
        films.MapGet("{id}/shots/{number:int}/still", FilmSessionsResource.Still)
            .Says("film sessions", "The still of a shot in grey",
                "Open it as a session to paint strokes on; they are hints of the film at the time of the shot.")
            .Gives(200, "image/png").Refuses(Problem.NotFound);
        films.MapGet("{id}/shots/{number:int}/after", FilmSessionsResource.After)
            .Says("film sessions", "A small copy of the still in colour", "")
            .Gives(200, "image/jpeg").Refuses(Problem.NotFound);
        films.MapPut("{id}/look", FilmSessionsResource.Look)
            .Says("film sessions", "Change the look that stills are shown with", "")
            .WithMetadata(new ApiBody(ApiSubject.Session, NeedsFile: false)).Gives(204)
            .Refuses([.. ApiRoute.Uploading, Problem.NotFound]);
        films.MapPost("{id}/result", FilmSessionsResource.Result)
            .Says("film sessions", "Colour the film, or a part of it",
                "As POST films, without sending it again. A part of up to ten seconds never waits for films.")
            .WithMetadata(new ApiBody(ApiSubject.Film, NeedsFile: false)).Gives<JobView>(202)
            .Refuses([.. ApiRoute.Uploading, Problem.NotFound]);
        films.MapDelete("{id}", FilmSessionsResource.Delete)
            .Says("film sessions", "Close a film", "Its files are deleted; jobs of the whole film go on.")
            .Gives(204).Refuses(Problem.NotFound);
    }
}
