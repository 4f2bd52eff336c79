namespace Colorist.Modelling.Tests;

/// <summary>Both networks as one graph, for a picture that is its own global copy.</summary>
public sealed class SharedGraphTests : IDisposable
{
    private static readonly NetworkSizes Sizes =
        NetworkSizes.Tiny with { Width = 0.25, FusionKernel = 3, Context = true };

    private readonly FoldedNetwork network = Samples.Network(Sizes);
    private readonly LightnessPlane lightness = Samples.Lightness(Sizes.GlobalSide, Sizes.GlobalSide);
    private readonly TemporaryFolder folder = new();

    public SharedGraphTests() =>
        ModelExport.Write(folder["model"], network, Samples.Card(Sizes), calibration: lightness);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shared_SinglePrecision_AnswersLikeTheTwoGraphs()
    {
        using var model = Model.Load(folder["model"], precision: Precision.Full);
        var scene = model.Global!.Describe(lightness);
        var chroma = model.Local.Predict(lightness, scene);

        var found = Run(_ => null);

        Assert.Equal(scene.Vector, found[0], Near(1e-3f));
        Assert.Equal(scene.Probabilities, found[1], Near(1e-5f));
        Assert.Equal([.. chroma.A, .. chroma.B], found[2], Near(0.01f));
    }

    [Fact]
    public void Shared_EightBits_AnswersNearlyLikeSinglePrecision()
    {
        // each weight in the file at once
        using var stream = File.Create(folder["model/shared-8bit.bin"], bufferSize: 1);
        var expected = Run(_ => null);

        var found = Run(graphs => new EightBits(
            network, new WeightsFile(stream, "shared-8bit.bin"),
            Calibration.Run(graphs, folder["model"], [lightness])));

        var differences = expected[2].Zip(found[2], (left, right) => Math.Abs(left - right)).ToList();
        Assert.InRange(differences.Average(), 1e-4, 0.03 * (expected[2].Max() - expected[2].Min()));
    }

    private float[][] Run(Func<NetworkGraphs, EightBits?> eightBits)
    {
        using var stream = File.Create(folder["model/shared.bin"], bufferSize: 1);
        var graphs =
            new NetworkGraphs(Sizes, WeightsFile.Write(stream, "shared.bin", network, WeightStorage.HalfPrecision));
        graphs.Shared(eightBits(graphs)).Save(folder["model/shared.onnx"]);
        using var graph = new OnnxGraph(folder["model/shared.onnx"], threads: 1);
        return graph.Run([("lightness", lightness.Values, [1, 1, lightness.Height, lightness.Width])], "scene",
            "probabilities", "chroma");
    }

    private static Func<float, float, bool> Near(float tolerance) =>
        (expected, found) => Math.Abs(expected - found) <= tolerance;
}
