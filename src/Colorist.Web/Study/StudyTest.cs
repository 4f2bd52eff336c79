namespace Colorist.Web;

/// <summary>How two methods differ.</summary>
/// <param name="First">Name of the first.</param>
/// <param name="Second">Name of the second.</param>
/// <param name="Participants">Those who judged both.</param>
/// <param name="Difference">Mean over participants of the rate of the first less that of the second, -1..1.</param>
/// <param name="Interval">Of the difference, by the bootstrap over participants.</param>
/// <param name="P">Of the paired permutation test over participants.</param>
/// <param name="AdjustedP">The same for all tests of the study together (Holm).</param>
public sealed record StudyTest(string First, string Second, int Participants, double Difference, StudyInterval Interval,
    double P, double AdjustedP);
