namespace Colorist.Web;

/// <summary>What a study found.</summary>
/// <param name="Title">Of the study.</param>
/// <param name="Kind">What was asked.</param>
/// <param name="Participants">How many links there are.</param>
/// <param name="Begun">How many have answered something.</param>
/// <param name="Finished">How many have answered all.</param>
/// <param name="Scores">Of each method, or of each pair of them.</param>
/// <param name="Tests">Of each pair.</param>
public sealed record StudyReport(
    string Title, StudyKind Kind, int Participants, int Begun, int Finished, IReadOnlyList<StudyScore> Scores,
    IReadOnlyList<StudyTest> Tests)
{
    /// <summary>Reads a study and its answers.</summary>
    /// <param name="folder">Of the study; it may be served meanwhile.</param>
    /// <exception cref="StudyException">It is no study, or nobody has answered yet.</exception>
    public static StudyReport Read(string folder)
    {
        var study = Study.Load(folder);
        using var answers = new StudyAnswers(folder);
        var given = answers.Read();
        if (given.Count == 0) throw new StudyException(folder, "a study with answers", "none yet");
        return From(study, given);
    }

    /// <summary>Counts answers.</summary>
    internal static StudyReport From(Study study, IReadOnlyList<StudyAnswer> answers)
    {
        var of = answers.GroupBy(answer => answer.Participant).ToDictionary(group => group.Key, group => group.Count());
        var verdicts = StudyVerdict.Read(study, answers);
        var scores = verdicts.GroupBy(verdict => verdict.Of).OrderBy(group => group.Key.First)
            .ThenBy(group => group.Key.Second).Select(group => (group.Key, Score: Score(study, group.Key, [.. group])))
            .ToList();
        var rates = scores.ToDictionary(
            pair => pair.Key, pair => ByParticipant(verdicts.Where(verdict => verdict.Of == pair.Key)));
        var finished = of.Count(pair => pair.Value == study.Participants[pair.Key].Shown.Count);
        return new StudyReport(
            study.Title, study.Kind, study.Participants.Count, of.Count, finished,
            [.. scores.Select(pair => pair.Score)],
            Adjusted(study.Kind == StudyKind.Natural ? Compared(study, rates) : Chosen(study, rates)));
    }

    private static StudyScore Score(Study study, (int First, int Second) of, IReadOnlyList<StudyVerdict> verdicts)
    {
        var rates = ByParticipant(verdicts).Values.ToList();
        var name = study.Kind == StudyKind.Natural
            ? study.Methods[of.First]
            : $"{study.Methods[of.First]} over {study.Methods[of.Second]}";
        return new StudyScore(
            name, rates, verdicts.Count, Resampling.Median(rates), Resampling.Quantile(rates, 0.25),
            Resampling.Quantile(rates, 0.75),
            Resampling.Bootstrap(rates, Resampling.Median),
            Resampling.Median(verdicts.Select(verdict => verdict.Milliseconds / 1000.0)));
    }

    private static Dictionary<int, double> ByParticipant(IEnumerable<StudyVerdict> verdicts) =>
        verdicts.GroupBy(verdict => verdict.Participant).OrderBy(group => group.Key)
            .ToDictionary(group => group.Key, group => group.Average(verdict => verdict.IsFor ? 1.0 : 0));

    private static IEnumerable<StudyTest> Compared(
        Study study, Dictionary<(int First, int Second), Dictionary<int, double>> rates)
    {
        foreach (var (first, ofFirst) in rates)
        {
            foreach (var (second, ofSecond) in rates.Where(other => other.Key.First > first.First))
            {
                var differences = ofFirst.Where(pair => ofSecond.ContainsKey(pair.Key))
                    .Select(pair => pair.Value - ofSecond[pair.Key]).ToList();
                if (differences.Count > 0)
                    yield return Test(study.Methods[first.First], study.Methods[second.First], differences);
            }
        }
    }

    /// <summary>Of two pictures one is chosen: what the first has more than a half, the second has less.</summary>
    private static IEnumerable<StudyTest> Chosen(
        Study study, Dictionary<(int First, int Second), Dictionary<int, double>> rates) =>
        rates.Select(
            pair => Test(study.Methods[pair.Key.First], study.Methods[pair.Key.Second],
                [.. pair.Value.Values.Select(rate => 2 * rate - 1)]));

    private static StudyTest Test(string first, string second, List<double> differences)
    {
        var p = Resampling.Permutation(differences);
        return new StudyTest(first, second, differences.Count, differences.Average(),
            Resampling.Bootstrap(differences, drawn => drawn.Average()), p, p);
    }

    private static List<StudyTest> Adjusted(IEnumerable<StudyTest> tests)
    {
        var found = tests.ToList();
        var adjusted = Resampling.Holm([.. found.Select(test => test.P)]);
        return [.. found.Zip(adjusted, (test, p) => test with { AdjustedP = p })];
    }
}
