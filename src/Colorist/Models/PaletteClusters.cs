namespace Colorist;

/// <summary>Makes a few palettes of many: k-means after the odd ones are left out.</summary>
internal static class PaletteClusters
{
    private const float Kept = 0.75f; // the nearest to the mean: the rest are pictures like no other
    private const int Rounds = 15;

    /// <summary>Finds the means of clusters, of the largest first.</summary>
    /// <param name="palettes">Numbers of palettes, all of the same length.</param>
    /// <param name="count">How many clusters.</param>
    /// <returns>At most <paramref name="count"/> means.</returns>
    public static IReadOnlyList<float[]> Find(IReadOnlyList<float[]> palettes, int count)
    {
        var all = Mean(palettes);
        float[][] usual = [.. palettes.OrderBy(palette => Distance(palette, all))
            .Take((int)Math.Ceiling(Kept * palettes.Count))];
        var means = Beginnings(usual, count);
        var clusters = Clusters(usual, means);
        for (var round = 1; round < Rounds; round++)
        {
            means = [.. means.Select((mean, index) => clusters[index].Any() ? Mean([.. clusters[index]]) : mean)];
            clusters = Clusters(usual, means);
        }

        return [.. clusters.OrderByDescending(cluster => cluster.Count()).Select(cluster => Mean([.. cluster]))];
    }

    private static ILookup<int, float[]> Clusters(float[][] palettes, float[][] means) =>
        palettes.ToLookup(palette => Enumerable.Range(0, means.Length).MinBy(index => Distance(means[index], palette)));

    /// <summary>The palette nearest to the mean, then each time the one that is farthest from those before.</summary>
    private static float[][] Beginnings(float[][] palettes, int count)
    {
        var mean = Mean(palettes);
        List<float[]> begun = [palettes.MinBy(palette => Distance(palette, mean))!];
        while (begun.Count < count) begun.Add(palettes.MaxBy(palette => begun.Min(other => Distance(palette, other)))!);
        return [.. begun];
    }

    private static float[] Mean(IReadOnlyList<float[]> palettes)
    {
        var mean = new float[palettes[0].Length];
        foreach (var palette in palettes)
            for (var i = 0; i < mean.Length; i++) mean[i] += palette[i] / palettes.Count;
        return mean;
    }

    private static float Distance(float[] one, float[] other)
    {
        var sum = 0f;
        for (var i = 0; i < one.Length; i++) sum += (one[i] - other[i]) * (one[i] - other[i]);
        return sum;
    }
}
