namespace Colorist.Tests;

/// <summary>Networks, cards and planes with seeded random content.</summary>
internal static class Samples
{
    /// <summary>
    /// A network whose features keep their size from layer to layer, so that every layer shows in the output.
    /// </summary>
    public static FoldedNetwork Network(INetworkSizes sizes, int seed = 1)
    {
        var random = new Random(seed);
        return new(sizes, sizes.Layers.ToDictionary(plan => plan.Name, plan => Layer(plan, random)));
    }

    public static ModelCard Card(INetworkSizes sizes) => new()
    {
        Name = "tiny",
        Description = "Random weights.",
        RenderSide = 64,
        Labels = sizes.HasGlobal ? [.. Enumerable.Range(0, sizes.Classes).Select(i => $"label {i}")] : [],
        Licence = "MIT",
        Data = "none",
        DataTerms = "none",
        Commit = "none",
        PicturesSeen = 0,
        Created = DateTimeOffset.UnixEpoch,
    };

    public static LightnessPlane Lightness(int width, int height, int seed = 2) =>
        new(width, height, Values(width * height, 0, 100, new Random(seed)));

    public static Scene Scene(int length, int seed = 3) => new(Values(length, 0, 2, new Random(seed)), []);

    public static float[] Values(int count, float low, float high, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => low + (high - low) * random.NextSingle())];

    private static FoldedLayer Layer(LayerPlan plan, Random random)
    {
        var inputs = (int)plan.WeightShape.Skip(1).Aggregate(1L, (a, b) => a * b);
        var range = MathF.Sqrt(6f / inputs);
        var outputs = (int)plan.WeightShape[0];
        return new(
            plan.WeightShape, Values(outputs * inputs, -range, range, random), Values(outputs, -0.2f, 0.2f, random));
    }
}
