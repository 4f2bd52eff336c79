using System.Globalization;
using System.Net;
using System.Text;

namespace Colorist.Web;

/// <summary>
/// Draws what a study found: for each method a box between the quartiles, a line at the median, its interval, and a dot
/// for each participant.
/// </summary>
public static class StudyPlot
{
    private const int Left = 190, Right = 30, Top = 46, Row = 64, Scale = 560;
    private const int Width = Left + Scale + Right;

    /// <summary>Draws into a file.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="path">SVG file; it appears complete or not at all.</param>
    /// <param name="overwrite">Whether a file that is there is replaced; false by default.</param>
    /// <exception cref="StudyException">The file is there, is not called .svg, or cannot be written.</exception>
    public static void Save(StudyReport report, string path, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase))
            throw new StudyException(path, "the extension .svg for a plot", "another");
        if (File.Exists(path) && !overwrite)
            throw new StudyException(path, "no file yet", "one that is already there") { Option = nameof(overwrite) };
        try
        {
            AtomicFile.Write(path, beside => File.WriteAllText(beside, Draw(report)), overwrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StudyException(path, "a file that can be written", exception.Message, exception);
        }
    }

    /// <summary>Draws; the picture is 780 wide.</summary>
    internal static string Draw(StudyReport report)
    {
        var bottom = Top + Row * report.Scores.Count;
        var asked = report.Kind == StudyKind.Natural ? "called natural" : "first chosen";
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {bottom + 46}\" font-family=\"sans-serif\" font-size=\"14\">\n");
        svg.Append(CultureInfo.InvariantCulture,
            $"<title>{Text(report.Title)}</title>\n<rect width=\"{Width}\" height=\"{bottom + 46}\" fill=\"#ffffff\"/>\n");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{Left}\" y=\"24\" fill=\"#222222\">{asked}, each participant and the median</text>\n");
        for (var percent = 0; percent <= 100; percent += 20)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<line x1=\"{X(percent / 100.0)}\" x2=\"{X(percent / 100.0)}\" y1=\"{Top - 10}\" y2=\"{bottom}\" stroke=\"#dddddd\"/>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{X(percent / 100.0)}\" y=\"{bottom + 22}\" fill=\"#555555\" text-anchor=\"middle\">{percent} %</text>\n");
        }

        foreach (var (row, score) in report.Scores.Index()) AddRow(svg, score, Top + Row * row + Row / 2);
        return svg.Append("</svg>\n").ToString();
    }

    private static void AddRow(StringBuilder svg, StudyScore score, int y)
    {
        var (lower, upper, median) = (X(score.LowerQuartile), X(score.UpperQuartile), X(score.Median));
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{Left - 14}\" y=\"{y + 5}\" fill=\"#222222\" text-anchor=\"end\">{Text(score.Name)}</text>\n");
        svg.Append(CultureInfo.InvariantCulture,
            $"<line x1=\"{X(score.Interval.Low)}\" x2=\"{X(score.Interval.High)}\" y1=\"{y}\" y2=\"{y}\" stroke=\"#1d6a7c\" stroke-width=\"2\"/>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<rect x=\"{lower}\" y=\"{y - 10}\" width=\"{upper - lower:f1}\" height=\"20\" fill=\"#bfdde3\" stroke=\"#1d6a7c\"/>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<line x1=\"{median}\" x2=\"{median}\" y1=\"{y - 14}\" y2=\"{y + 14}\" stroke=\"#10262b\" stroke-width=\"3\"/>");
        foreach (var rate in score.Rates)
            svg.Append(CultureInfo.InvariantCulture,
                $"<circle cx=\"{X(rate)}\" cy=\"{y + 21}\" r=\"3\" fill=\"#1d6a7c\" fill-opacity=\".6\"/>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{median}\" y=\"{y - 18}\" fill=\"#222222\" text-anchor=\"middle\" font-size=\"12\">{100 * score.Median:f1}</text>\n");
    }

    private static double X(double rate) => Math.Round(Left + Scale * rate, 1);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
