namespace Colorist.Evaluation;

/// <summary>
/// What candidates are worth; everything is a mean over the pictures of the mean CIEDE2000 over their pixels.
/// </summary>
/// <param name="Pictures">How many.</param>
/// <param name="Each">From the truth to each candidate, in their order; the first is the usual colouring.</param>
/// <param name="Best">From the truth to the candidate nearest to it.</param>
/// <param name="Apart">From one candidate to another.</param>
public sealed record CandidateResult(int Pictures, IReadOnlyList<double> Each, double Best, double Apart)
{
    /// <summary>From the truth to the candidates, the mean of all.</summary>
    public double Mean => Each.Average();
}
