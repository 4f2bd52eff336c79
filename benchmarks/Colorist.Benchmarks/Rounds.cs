using System.Diagnostics;

namespace Colorist.Benchmarks;

/// <summary>Times something that is done over and over, after one round to warm up.</summary>
internal static class Rounds
{
    private const double MinSeconds = 2; // of all rounds
    private const int MinRounds = 3;
    private const int Few = 9;

    /// <returns>Seconds of the fastest of at least three rounds and two seconds.</returns>
    public static double Fastest(Action round)
    {
        round();
        var (clock, fastest, rounds) = (Stopwatch.StartNew(), double.MaxValue, 0);
        while (rounds++ < MinRounds || clock.Elapsed.TotalSeconds < MinSeconds)
            fastest = Math.Min(fastest, Seconds(round));
        return fastest;
    }

    /// <returns>Seconds of the middle one of nine rounds.</returns>
    public static double Median(Action round, int count = Few)
    {
        round();
        return Enumerable.Range(0, count).Select(_ => Seconds(round)).Order().ElementAt(count / 2);
    }

    private static double Seconds(Action round)
    {
        var clock = Stopwatch.StartNew();
        round();
        return clock.Elapsed.TotalSeconds;
    }
}
