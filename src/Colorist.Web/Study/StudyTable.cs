using System.Globalization;
using System.Text;

namespace Colorist.Web;

/// <summary>
/// Writes what a study found as the table of the paper's talk: the median naturalness of each method, and how sure it
/// is.
/// </summary>
public static class StudyTable
{
    /// <summary>Writes Markdown.</summary>
    /// <param name="report">What was found.</param>
    /// <returns>A line on who answered, a table of rates, a table of differences, and how they were computed.</returns>
    public static string Write(StudyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder(
            $"{report.Title} {report.Begun} of {report.Participants} participants, {report.Finished} to the end.\n\n");
        text.Append(report.Kind == StudyKind.Natural ? "| method | called natural" : "| pair | first chosen");
        text.Append(
            ", median | quartiles | 95 % interval | participants | answers | seconds |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var score in report.Scores)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {score.Name} | {Percent(score.Median)} | {Range(score.LowerQuartile, score.UpperQuartile)} | ");
            text.Append(CultureInfo.InvariantCulture,
                $"{Range(score.Interval.Low, score.Interval.High)} | {score.Rates.Count} | {score.Pictures:n0} | {score.Seconds:f1} |\n");
        }

        if (report.Tests.Count > 0)
            text.Append("\n| difference | mean | 95 % interval | p | p of all tests |\n|---|--:|--:|--:|--:|\n");
        foreach (var test in report.Tests)
        {
            text.Append(
                CultureInfo.InvariantCulture, $"| {test.First} less {test.Second} | {Percent(test.Difference)} | ");
            text.Append(CultureInfo.InvariantCulture,
                $"{Range(test.Interval.Low, test.Interval.High)} | {test.P:f4} | {test.AdjustedP:f4} |\n");
        }

        text.Append(
            "\nRates are taken of each participant, then the median, the quartiles and the mean of their differences over participants.\n");
        text.Append("Intervals: bootstrap over participants, percentiles of 10,000 draws.\n");
        return text.Append(
            "p: paired permutation test over participants, two-sided; of all tests: adjusted by Holm's method.")
                .ToString();
    }

    private static string Percent(double rate) => string.Create(CultureInfo.InvariantCulture, $"{100 * rate:f1} %");

    private static string Range(double low, double high) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * low:f1} to {100 * high:f1}");
}
