namespace Colorist.Evaluation;

/// <summary>How well a scene was recognised: top-1 and top-5 of classification.</summary>
public static class SceneRank
{
    /// <summary>The place of the true label among all labels, sorted by falling probability.</summary>
    /// <param name="probabilities">One for each label.</param>
    /// <param name="label">Index of the true label.</param>
    /// <returns>
    /// 1 when the true label is the most probable; ties count against it, so that a constant answer earns nothing.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no probability for <paramref name="label"/>.</exception>
    public static int In(ReadOnlySpan<float> probabilities, int label)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, probabilities.Length);
        var rank = 0;
        foreach (var probability in probabilities)
            if (!(probability < probabilities[label])) rank++;
        return rank;
    }

    /// <summary>Share of pictures whose true label is among the <paramref name="k"/> most probable ones.</summary>
    /// <param name="ranks">One for each labelled picture, from <see cref="In"/>.</param>
    /// <param name="k">1 for top-1, 5 for top-5.</param>
    /// <returns>0..1; null when no picture has a label.</returns>
    public static double? Top(int k, IReadOnlyCollection<int> ranks) =>
        ranks.Count == 0 ? null : (double)ranks.Count(rank => rank <= k) / ranks.Count;
}
