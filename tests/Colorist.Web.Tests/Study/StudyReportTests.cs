using System.Xml.Linq;

namespace Colorist.Web.Tests;

public sealed class StudyReportTests
{
    private static readonly Study Talk = SimulatedStudy.Make();

    [Fact]
    public void Report_OfTheTalksRates_RecoversThemWithinTheirIntervals()
    {
        const int Studies = 10;
        var hits = 0;
        for (var seed = 0; seed < Studies; seed++)
        {
            var report = StudyReport.From(Talk, SimulatedStudy.Answers(Talk, seed));
            Assert.Equal(
                SimulatedStudy.Talk.Select(method => method.Method), report.Scores.Select(score => score.Name));
            Assert.All(report.Scores, score => Assert.Equal((5000, 10), (score.Pictures, score.Rates.Count)));
            foreach (var (score, (_, rate)) in report.Scores.Zip(SimulatedStudy.Talk))
            {
                Assert.InRange(score.Median, rate - 0.03, rate + 0.03);
                Assert.True(score.LowerQuartile <= score.Median && score.Median <= score.UpperQuartile);
                if (rate >= score.Interval.Low && rate <= score.Interval.High) hits++;
            }

            // the least that ten people can give: all on one side
            Assert.All(report.Tests, test => Assert.Equal(2.0 / 1024, test.P, 1e-12));
            Assert.Equal(["truth proposed", "truth baseline", "proposed baseline"], report.Tests
                .Select(test => $"{test.First} {test.Second}"));
            Assert.InRange(report.Tests[2].Difference, 0.926 - 0.698 - 0.03, 0.926 - 0.698 + 0.03);
        }

        Assert.InRange(hits, 0.85 * 3 * Studies, 3 * Studies); // 95 % are meant; of ten people's median rather fewer
    }

    [Fact]
    public void Test_OfMethodsThatAreAlike_FindsADifferenceAsRarelyAsItSays()
    {
        const int Studies = 10;
        var small = SimulatedStudy.Make(photos: 90);
        var found = Enumerable.Range(0, Studies).Count(seed =>
            StudyReport.From(small, SimulatedStudy.Answers(small, seed, _ => 0.8)).Tests
                .Any(test => test.AdjustedP < 0.05));
        Assert.InRange(found, 0, 3); // one in two times 1; more than 3 come once in a thousand times
    }

    [Fact]
    public void Report_OfChoices_RecoversTheShareWhateverTheSide()
    {
        var study = SimulatedStudy.Make(StudyKind.Choice, photos: 600);
        var report = StudyReport.From(study, SimulatedStudy.Choices(study, 1, 0.8));
        Assert.Equal(["truth over proposed", "truth over baseline", "proposed over baseline"], report.Scores
            .Select(score => score.Name));
        Assert.All(report.Scores, score =>
        {
            Assert.InRange(0.8, score.Interval.Low, score.Interval.High);
            Assert.Equal(2000, score.Pictures);
        });
        Assert.All(report.Tests, test =>
        {
            Assert.InRange(test.Difference, 0.55, 0.65); // 80 less 20
            Assert.Equal(3 * 2.0 / 1024, test.AdjustedP, 1e-12);
        });
        var even = StudyReport.From(study, SimulatedStudy.Choices(study, 2, 0.5));
        Assert.All(even.Tests, test => Assert.InRange(test.AdjustedP, 0.05, 1));
    }

    [Fact]
    public void Report_OfUnfinishedAnswers_CountsWhoJudgedBoth()
    {
        var answers = SimulatedStudy.Answers(Talk, 1).Where(answer => answer.Participant switch
        {
            0 => true,
            1 => answer.Place < 100,
            2 => Talk.Pictures[Talk.Participants[2].Shown[answer.Place][0]].Method == "truth",
            _ => false,
        }).ToList();
        var report = StudyReport.From(Talk, answers);
        Assert.Equal((10, 3, 1), (report.Participants, report.Begun, report.Finished));
        Assert.Equal([3, 2, 2], report.Scores.Select(score => score.Rates.Count));
        Assert.All(report.Tests, test => Assert.Equal(2, test.Participants));
    }

    [Fact]
    public void Quantile_Interval_AndTests_HaveKnownValues()
    {
        double[] values = [4, 1, 3, 2];
        // R, type 7
        Assert.Equal((1.75, 2.5, 3.25),
            (Resampling.Quantile(values, 0.25), Resampling.Median(values), Resampling.Quantile(values, 0.75)));
        Assert.Equal(1, Resampling.Permutation([0, 0]));
        Assert.Equal(0.25, Resampling.Permutation([1, 1, 1])); // 2 of 8
        Assert.Equal(0.75, Resampling.Permutation([3, 1, -1])); // sums of 5, 3, 3 and their opposites, of 8
        Assert.InRange(Resampling.Permutation([.. Enumerable.Repeat(1.0, 20)]), 0, 1e-4); // drawn, not counted
        Assert.InRange(
            Resampling.Permutation([.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 1.0 : -1)]), 0.99, 1);
        Assert.Equal([0.03, 0.06, 0.06], Resampling.Holm([0.01, 0.04, 0.03]));
        var interval = Resampling.Bootstrap(
            [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 0.0 : 1)], drawn => drawn.Average());
        Assert.InRange(interval.Low, 0.39, 0.42); // 0.5 less 1.96 times 0.05
        Assert.InRange(interval.High, 0.58, 0.61);
    }

    [Fact]
    public void Table_AndPlot_SayMediansAndQuartiles()
    {
        var report = StudyReport.From(Talk, SimulatedStudy.Answers(Talk, 3));
        var table = StudyTable.Write(report);
        var truth = report.Scores[0];
        Assert.Contains(
            FormattableString.Invariant(
                $"| truth | {100 * truth.Median:f1} % | {100 * truth.LowerQuartile:f1} to {100 * truth.UpperQuartile:f1} |"),
                table, StringComparison.Ordinal);
        var plot = XDocument.Parse(StudyPlot.Draw(report with { Title = "<&\">" }));
        Assert.Equal(30, plot.Descendants().Count(element => element.Name.LocalName == "circle"));
        Assert.Contains("baseline", plot.Root!.Value, StringComparison.Ordinal);
    }
}
