using System.Text;

namespace Colorist.Web;

/// <summary>A study that is served: participants by their links, and their answers.</summary>
internal sealed class OpenStudy : IDisposable
{
    private readonly Dictionary<string, int> numbers;

    /// <param name="folder">Of the study.</param>
    /// <exception cref="StudyException">It is none, or a part is missing.</exception>
    public OpenStudy(string folder)
    {
        (Folder, Study) = (folder, Study.Load(folder));
        numbers = Study.Participants.Index()
            .ToDictionary(participant => participant.Item.Link, participant => participant.Index);
        Answers = new StudyAnswers(folder);
    }

    public string Folder { get; }

    public Study Study { get; }

    public StudyAnswers Answers { get; }

    /// <summary>
    /// The number of who has a link; a link has 128 random bits, so that to look it up tells nobody anything.
    /// </summary>
    /// <exception cref="Refusal">Nobody has it.</exception>
    public int Find(string link) =>
        numbers.TryGetValue(link, out var number)
            ? number
            : throw new Refusal(Problem.NotFound, "expected a personal link of this study, found another");

    /// <summary>What to print for whoever hands the links out.</summary>
    /// <param name="address">Of the server.</param>
    public string Links(string address)
    {
        var text = new StringBuilder($"Study \"{Study.Title}\", a link for each participant:");
        foreach (var (number, participant) in Study.Participants.Index())
            text.Append(null,
                $"\n{number + 1}: {address}/study/{participant.Link} ({Answers.Count(number)} of {participant.Shown.Count} answered)");
        return text.ToString();
    }

    public void Dispose() => Answers.Dispose();
}
