using Colorist.Benchmarks.Network;

namespace Colorist.Benchmarks;

/// <summary>One time, and how fast the machine was then.</summary>
/// <param name="Name">What was timed.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="ProductRate">
/// Multiply-adds a second of a product of large matrices by as many threads in the same run
/// (<see cref="MatrixProduct"/>).
/// </param>
internal sealed record Result(string Name, double Seconds, double ProductRate)
{
    /// <summary>Where and when; empty for what was measured just now.</summary>
    public string Machine { get; init; } = "";

    /// <summary>Of the code that was measured.</summary>
    public string Commit { get; init; } = "";

    /// <summary>Year, month, day.</summary>
    public string Date { get; init; } = "";

    /// <summary>
    /// What the machine could have multiplied in that time: it says the same of slower and of faster machines.
    /// </summary>
    public double MultiplyAdds => Seconds * ProductRate;
}
