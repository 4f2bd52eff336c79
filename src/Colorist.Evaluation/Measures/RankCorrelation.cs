namespace Colorist.Evaluation;

/// <summary>
/// Spearman's rank correlation: whether two measures put things into the same order, whatever their units; 1 for the
/// same order, 0 for none, −1 for the contrary (C. Spearman, The proof and measurement of association between two
/// things, American Journal of Psychology 15, 1904).
/// </summary>
public static class RankCorrelation
{
    /// <summary>Measures it; equal values share the mean of their ranks.</summary>
    /// <param name="first">At least two values that are not all equal.</param>
    /// <param name="second">As many.</param>
    /// <returns>−1..1; not a number where all values of one side are equal.</returns>
    /// <exception cref="ArgumentException">The numbers of values differ.</exception>
    public static double Measure(IReadOnlyList<float> first, IReadOnlyList<float> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count)
            throw new ArgumentException($"expected {first.Count} values, found {second.Count}", nameof(second));
        var (one, other) = (Ranks(first), Ranks(second));
        var mean = (first.Count - 1) / 2.0;
        double Product(double[] left, double[] right) =>
            left.Zip(right, (l, r) => (l - mean) * (r - mean)).Sum();
        return Product(one, other) / Math.Sqrt(Product(one, one) * Product(other, other));
    }

    private static double[] Ranks(IReadOnlyList<float> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(index => values[index])];
        var ranks = new double[order.Length];
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && values[order[to]] == values[order[from]];) to++;
            foreach (var index in order[from..to]) ranks[index] = (from + to - 1) / 2.0;
        }

        return ranks;
    }
}
