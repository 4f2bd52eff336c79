namespace Colorist.Web.Tests;

/// <summary>A study that nobody took part in: each participant answers by chance, at known rates.</summary>
internal static class SimulatedStudy
{
    /// <summary>The medians of the paper's talk.</summary>
    public static readonly (string Method, double Rate)[] Talk = [("truth", 0.977), ("proposed", 0.926),
        ("baseline", 0.698)];

    /// <summary>A study of as many people and pictures as that of the talk.</summary>
    public static Study Make(StudyKind kind = StudyKind.Natural, int participants = 10, int photos = 1500)
    {
        string[] names = [.. Talk.Select(method => method.Method)];
        (int, int)[] pairs = [(0, 1), (0, 2), (1, 2)];
        var key = Enumerable.Range(0, photos)
            .SelectMany(photo => names.Select(name => ($"{photo}-{name}", new StudyPicture($"{photo}", name))))
            .ToDictionary();
        var plan = new StudyPlan(photos, 3, photos, EveryMethod: false);
        return new Study("Simulated.", kind, names, key,
            [.. Enumerable.Range(0, participants).Select(number => new StudyParticipant($"{number}",
        [
            .. plan.For(number, new Random(number))
                .Select((item, place) =>
                    (IReadOnlyList<string>)(kind == StudyKind.Natural ? [$"{item.Photo}-{names[item.Condition]}"]
                : place % 2 == 0
                    ? [$"{item.Photo}-{names[pairs[item.Condition].Item1]}",
                        $"{item.Photo}-{names[pairs[item.Condition].Item2]}"]
                : [$"{item.Photo}-{names[pairs[item.Condition].Item2]}",
                    $"{item.Photo}-{names[pairs[item.Condition].Item1]}"])),
        ]))]);
    }

    /// <summary>Whether each picture looks natural, by its method's rate.</summary>
    public static IReadOnlyList<StudyAnswer> Answers(Study study, int seed, Func<string, double>? rate = null) =>
        Each(study, seed, (shown, random) =>
        random.NextDouble() < (rate ?? RateOf)(study.Pictures[shown[0]].Method)
            ? StudyOpinion.Natural
            : StudyOpinion.Unnatural);

    /// <summary>Which of two, the method that comes first in the study's list at a rate.</summary>
    public static IReadOnlyList<StudyAnswer> Choices(Study study, int seed, double rate) =>
        Each(study, seed, (shown, random) =>
    {
        var isFirst = Place(study, shown[0]) < Place(study, shown[1]);
        return random.NextDouble() < rate == isFirst ? StudyOpinion.First : StudyOpinion.Second;
    });

    private static int Place(Study study, string picture) =>
        study.Methods.Index().First(method => method.Item == study.Pictures[picture].Method).Index;

    private static double RateOf(string method) => Talk.First(known => known.Method == method).Rate;

    private static List<StudyAnswer> Each(Study study, int seed, Func<IReadOnlyList<string>, Random, StudyOpinion> say)
    {
        var random = new Random(seed);
        return [.. study.Participants.SelectMany((participant, number) => participant.Shown.Select((shown, place) =>
            new StudyAnswer(number, place, say(shown, random), random.Next(600, 3000))))];
    }
}
