namespace Colorist;

/// <summary>
/// Scenes of many photographs with their palettes, a byte a number: what a model suggests for photos of the same kind.
/// </summary>
public sealed class ScenePalettes
{
    internal const int Numbers = Palette.Bins + 2; // of a palette

    private const int Neighbors = 250;
    private const float Steps = 30; // of a standard deviation
    private const float RootScale = 255; // of roots of shares
    private const float ChromaScale = 2; // of mean chroma and spread
    private const float ChromaWeight = 40; // of mean chroma and spread, where palettes are compared

    internal ScenePalettes(float[] mean, float[] deviation, sbyte[] scenes, byte[] palettes) =>
        (Mean, Deviation, Scenes, Palettes) = (mean, deviation, scenes, palettes);

    /// <summary>How many photographs.</summary>
    public int Count => Palettes.Length / Numbers;

    internal float[] Mean { get; }

    internal float[] Deviation { get; }

    /// <summary>Standardised scene vectors, count×features.</summary>
    internal sbyte[] Scenes { get; }

    /// <summary>Count×123.</summary>
    internal byte[] Palettes { get; }

    /// <summary>Gathers scenes and palettes.</summary>
    /// <param name="pairs">At least one; all scenes from the same model.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ScenePalettes FromPairs(IReadOnlyList<(Scene Scene, Palette Palette)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count == 0)
            throw new ArgumentException("expected at least one scene with its palette, found none", nameof(pairs));
        var features = Enumerable.Range(0, pairs[0].Scene.Vector.Length).ToList();
        float[] mean = [.. features.Select(i => pairs.Average(pair => pair.Scene.Vector[i]))];
        float[] deviation = [
            .. features.Select(i => MathF.Sqrt(pairs.Average(pair => Square(pair.Scene.Vector[i] - mean[i]))) + 1e-6f)];
        return new ScenePalettes(
            mean, deviation,
            [
                .. pairs.SelectMany(
                    pair => pair.Scene.Vector
                        .Select((value, i) =>
                            (sbyte)Math.Clamp(MathF.Round(Steps * (value - mean[i]) / deviation[i]), -127, 127)))],
            [.. pairs.SelectMany(pair => Bytes(pair.Palette))]);
    }

    /// <summary>Suggests different palettes that photographs of the same kind have.</summary>
    /// <param name="scene">From the same model.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>
    /// The means of clusters among the palettes of the 250 nearest scenes, without the quarter of them that is unlike
    /// the rest; that of the largest cluster first.
    /// </returns>
    /// <exception cref="ArgumentException">The scene comes from another model.</exception>
    public IReadOnlyList<Palette> Suggest(Scene scene, int count)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (scene.Vector.Length != Mean.Length)
            throw new ArgumentException(
                $"expected a scene of {Mean.Length} global features, found {scene.Vector.Length}", nameof(scene));
        float[] place = [.. scene.Vector.Select((value, i) => Steps * (value - Mean[i]) / Deviation[i])];
        var distances = new float[Count];
        Parallel.For(0, Count, i => distances[i] = Distance(place, Scenes.AsSpan(i * place.Length, place.Length)));
        var nearest = Enumerable.Range(0, Count).OrderBy(i => distances[i]).Take(Neighbors).Select(At).ToList();
        return [.. PaletteClusters.Find(nearest, Math.Min(count, nearest.Count)).Select(FromNumbers)];
    }

    private static float Distance(float[] place, ReadOnlySpan<sbyte> other)
    {
        var sum = 0f;
        for (var i = 0; i < place.Length; i++) sum += Square(place[i] - other[i]);
        return sum;
    }

    private static float Square(float value) => value * value;

    private static IEnumerable<byte> Bytes(Palette palette) =>
    [
        .. palette.Shares.Select(share => (byte)MathF.Round(RootScale * MathF.Sqrt(Math.Min(1, share)))),
        (byte)Math.Min(255, MathF.Round(ChromaScale * palette.MeanChroma)),
        (byte)Math.Min(255, MathF.Round(ChromaScale * palette.Spread)),
    ];

    /// <summary>A palette as palettes are compared: roots of shares, chroma and spread over 40.</summary>
    private float[] At(int index)
    {
        var numbers = new float[Numbers];
        for (var i = 0; i < Numbers; i++)
            numbers[i] = Palettes[index * Numbers + i] / (i < Palette.Bins ? RootScale : ChromaScale * ChromaWeight);
        return numbers;
    }

    private static Palette FromNumbers(float[] numbers)
    {
        var total = numbers.Take(Palette.Bins).Sum(Square);
        return new Palette([.. numbers.Take(Palette.Bins).Select(root => Square(root) / total)],
            ChromaWeight * numbers[^2], ChromaWeight * numbers[^1]);
    }
}
