namespace Colorist.Web;

/// <summary>
/// <c>/study/LINK</c>: what a participant sees, and what comes back. Nothing of it says whose a picture is.
/// </summary>
internal static class StudyResource
{
    private const int LongestLook = 24 * 60 * 60 * 1000; // milliseconds of a day

    public const string Root = "/study";

    public static void Map(IEndpointRouteBuilder app)
    {
        var study = app.MapGroup(Root + "/{link}").ExcludeFromDescription();
        study.MapGet("", (string link, OpenStudy study) => Show(study.Find(link)));
        study.MapGet("state", State);
        study.MapGet("pictures/{place:int}/{which:int}", Picture);
        study.MapPut("answers/{place:int}", Answer);
    }

    private static IResult Show(int participant) => PageResource.Send("study.html");

    private static StudyView State(string link, OpenStudy study)
    {
        var number = study.Find(link);
        return new StudyView(study.Study.Title, study.Study.Kind, study.Answers.Count(number),
            study.Study.Participants[number].Shown.Count);
    }

    /// <summary>
    /// Pictures are asked for by their place in the participant's own order; their names never leave the server.
    /// </summary>
    private static IResult Picture(string link, int place, int which, OpenStudy study)
    {
        var shown = study.Study.Participants[study.Find(link)].Shown;
        if (place >= shown.Count || place < 0 || which >= shown[place].Count || which < 0)
            throw new Refusal(Problem.NotFound, "expected a picture of this study, found a place without one");
        return Results.Stream(File.OpenRead(Study.PathOf(study.Folder, shown[place][which])), "image/jpeg");
    }

    private static IResult Answer(string link, int place, StudyReply reply, OpenStudy study, TimeProvider clock)
    {
        var number = study.Find(link);
        var wanted = study.Study.Kind == StudyKind.Natural
            ? (StudyOpinion[])[StudyOpinion.Natural, StudyOpinion.Unnatural]
            : [StudyOpinion.First, StudyOpinion.Second];
        if (!wanted.Contains(reply.Opinion))
            throw new Refusal(Problem.Refused, $"expected {wanted[0]} or {wanted[1]}, found {reply.Opinion}");
        if (reply.Milliseconds is < 0 or > LongestLook)
            throw new Refusal(Problem.Refused, $"expected 0 to {LongestLook} milliseconds, found {reply.Milliseconds}");
        if (place < 0 || place >= study.Study.Participants[number].Shown.Count)
            throw new Refusal(Problem.NotFound, "expected a picture of this study, found a place without one");
        return study.Answers.Keep(new StudyAnswer(number, place, reply.Opinion, reply.Milliseconds), clock.GetUtcNow())
            ? Results.NoContent()
            : throw new Refusal(
                Problem.Refused, "expected an answer to the next picture or the last one, found one to another");
    }

    /// <summary>How far a participant is.</summary>
    internal sealed record StudyView(string Title, StudyKind Kind, int Done, int Total);

    /// <summary>What a participant says.</summary>
    internal sealed record StudyReply(StudyOpinion Opinion, int Milliseconds);
}
