namespace Colorist.Web;

/// <summary>
/// How often pictures were called natural, or one was chosen; the rate is taken of each participant, and these are of
/// the rates.
/// </summary>
/// <param name="Name">The method, or "A over B".</param>
/// <param name="Rates">Of each participant who answered, 0..1.</param>
/// <param name="Pictures">Answers of all together.</param>
/// <param name="Median">Of the rates.</param>
/// <param name="LowerQuartile">Of the rates.</param>
/// <param name="UpperQuartile">Of the rates.</param>
/// <param name="Interval">Of the median, by the bootstrap over participants.</param>
/// <param name="Seconds">The median time that an answer took.</param>
public sealed record StudyScore(
    string Name, IReadOnlyList<double> Rates, int Pictures, double Median, double LowerQuartile, double UpperQuartile,
    StudyInterval Interval, double Seconds);
