namespace Colorist.Web;

/// <summary>A request that is answered with a problem.</summary>
/// <param name="problem">Which.</param>
/// <param name="detail">One line for people: what was expected and what was found.</param>
internal sealed class Refusal(Problem problem, string detail) : Exception(detail)
{
    public Problem Problem { get; } = problem;

    /// <summary>Seconds after which it is worth to try again; null if it is not.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The option that would allow what was refused; null if there is none.</summary>
    public string? Option { get; init; }
}
