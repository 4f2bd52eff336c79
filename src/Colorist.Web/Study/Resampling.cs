namespace Colorist.Web;

/// <summary>Statistics of a few people, without a guess at how their answers are distributed.</summary>
internal static class Resampling
{
    private const int Draws = 10_000;
    private const int MaxExact = 16; // people; 65,536 ways to turn signs
    private const double Outside = 0.05;

    /// <summary>A quantile, linear between the values (Hyndman and Fan's type 7).</summary>
    /// <param name="values">At least one.</param>
    /// <param name="part">0..1; a half for the median.</param>
    public static double Quantile(IEnumerable<double> values, double part)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        var at = part * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /// <summary>The middle value.</summary>
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>
    /// The 95 % percentile interval of the bootstrap (Efron 1979): people are drawn with replacement.
    /// </summary>
    /// <param name="values">One for each person.</param>
    /// <param name="statistic">What the interval is of.</param>
    public static StudyInterval Bootstrap(IReadOnlyList<double> values, Func<double[], double> statistic)
    {
        var random = new Random(values.Count); // the same report each time
        var drawn = new double[values.Count];
        var found = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var i = 0; i < drawn.Length; i++) drawn[i] = values[random.Next(values.Count)];
            found[draw] = statistic(drawn);
        }

        return new StudyInterval(Quantile(found, Outside / 2), Quantile(found, 1 - Outside / 2));
    }

    /// <summary>
    /// The paired permutation test (Fisher 1935): were there no difference, each person's could as well have the other
    /// sign. All ways to turn signs are counted for up to 16 people, 100,000 drawn for more.
    /// </summary>
    /// <param name="differences">One for each person.</param>
    /// <returns>
    /// The part of the ways whose mean is as far from 0 as the one that was found, on either side: p, 0..1.
    /// </returns>
    public static double Permutation(IReadOnlyList<double> differences)
    {
        const int DrawnWays = 100_000;
        var isExact = differences.Count <= MaxExact;
        var random = new Random(differences.Count);
        var far = Math.Abs(differences.Sum()) - 1e-9; // sums in another order differ by their rounding
        var ways = isExact ? 1 << differences.Count : DrawnWays;
        var asFar = 0;
        for (var way = 0; way < ways; way++)
        {
            var sum = 0.0;
            for (var i = 0; i < differences.Count; i++)
                sum += (isExact ? way >> i & 1 : random.Next(2)) == 0 ? differences[i] : -differences[i];
            if (Math.Abs(sum) >= far) asFar++;
        }

        return isExact ? (double)asFar / ways : (asFar + 1.0) / (ways + 1);
    }

    /// <summary>
    /// Several tests at once (Holm 1979): the chance that any of them errs stays what is asked of one.
    /// </summary>
    /// <param name="ps">Of each test.</param>
    /// <returns>The same, adjusted.</returns>
    public static double[] Holm(IReadOnlyList<double> ps)
    {
        var adjusted = new double[ps.Count];
        var greatest = 0.0;
        foreach (var (rank, test) in Enumerable.Range(0, ps.Count).OrderBy(test => ps[test]).Index())
        {
            greatest = Math.Max(greatest, Math.Min(1, (ps.Count - rank) * ps[test]));
            adjusted[test] = greatest;
        }

        return adjusted;
    }
}
