namespace Colorist.Web;

/// <summary>An answer with the key laid beside it.</summary>
/// <param name="Participant">Number of who gave it.</param>
/// <param name="Of">
/// Number of the method, twice the same; or of the two that were to choose from, in the order of the study.
/// </param>
/// <param name="IsFor">Whether the picture was called natural, or the first method was chosen.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record StudyVerdict(int Participant, (int First, int Second) Of, bool IsFor, int Milliseconds)
{
    /// <summary>Opens the key.</summary>
    public static IReadOnlyList<StudyVerdict> Read(Study study, IReadOnlyList<StudyAnswer> answers)
    {
        var numbers = study.Methods.Index().ToDictionary(method => method.Item, method => method.Index);
        return [.. answers.Where(answer => IsKnown(study, answer)).Select(answer =>
        {
            var shown = study.Participants[answer.Participant].Shown[answer.Place]
                .Select(picture => numbers[study.Pictures[picture].Method]).ToList();
            var isFor = answer.Opinion switch
            {
                StudyOpinion.First => shown[0] < shown[^1],
                StudyOpinion.Second => shown[^1] < shown[0],
                _ => answer.Opinion == StudyOpinion.Natural,
            };
            return new StudyVerdict(answer.Participant, (shown.Min(), shown.Max()), isFor, answer.Milliseconds);
        })];
    }

    private static bool IsKnown(Study study, StudyAnswer answer) =>
        answer.Participant < study.Participants.Count
            && answer.Place < study.Participants[answer.Participant].Shown.Count;
}
