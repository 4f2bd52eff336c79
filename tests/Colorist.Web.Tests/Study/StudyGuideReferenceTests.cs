namespace Colorist.Web.Tests;

/// <summary>
/// The guide's table and plot are those of a simulated study. COLORIST_WRITE_REFERENCE=1 writes them.
/// </summary>
public sealed class StudyGuideReferenceTests
{
    private const string Begin = "<!-- simulated -->\n", End = "<!-- /simulated -->";

    private static readonly string Guide = Repository.Path("docs", "guides", "study.md");
    private static readonly string Plot = Repository.Path("docs", "images", "study-simulated.svg");

    [Fact]
    public void Guide_ShowsTheReportOfTheSimulatedStudy()
    {
        var study = SimulatedStudy.Make();
        var report = StudyReport.From(study, SimulatedStudy.Answers(study, 1));
        var (table, plot, guide) = (StudyTable.Write(report) + "\n", StudyPlot.Draw(report), File.ReadAllText(Guide));
        var (from, to) = (guide.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length,
            guide.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("COLORIST_WRITE_REFERENCE") == "1")
        {
            File.WriteAllText(Guide, guide[..from] + table + guide[to..]);
            File.WriteAllText(Plot, plot);
            return;
        }

        Assert.Equal(table, guide[from..to]);
        Assert.Equal(plot, File.ReadAllText(Plot));
    }
}
