using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

/// <summary>The graphs of the ResNet-18 family against its Torch network.</summary>
public sealed class ResNetExportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(32, 32, true)]
    [InlineData(96, 160, true)]
    [InlineData(64, 32, false)]
    public void LocalGraph_AnySize_AnswersLikeTorch(int width, int height, bool global)
    {
        using var network = TinyResNet.Trained(ResNetSizes.Tiny with { Global = global });
        using var model = Export(network);
        var lightness = Samples.Lightness(width, height);
        var scene = global ? Samples.Scene(16) : null;
        Assert.InRange(Difference(Chroma(network, lightness, scene), model.Local.Predict(lightness, scene)), 0, 1e-3);
    }

    [Fact]
    public void GlobalGraph_SquareCopy_AnswersLikeTorch()
    {
        // no multiple of 32, like 144
        using var network = TinyResNet.Trained(ResNetSizes.Tiny with { GlobalSide = 80 });
        using var model = Export(network);
        using var scope = NewDisposeScope();
        var lightness = Samples.Lightness(80, 80);
        var (scene, logits) = network.Describe(tensor(lightness.Values, [1, 1, 80, 80]));
        var found = model.Global!.Describe(lightness);
        Assert.InRange(Difference(scene, found.Vector), 0, 1e-4);
        Assert.InRange(Difference(logits.softmax(1), found.Probabilities), 0, 1e-5);
    }

    [Fact]
    public void PaletteGraph_Palette_AnswersLikeTorchAndChangesTheColors()
    {
        using var network = TinyResNet.Trained(ResNetSizes.Tiny);
        using var model = Export(network);
        using var scope = NewDisposeScope();
        var palette = Samples.Values(ResNetSizes.PaletteNumbers, 0, 1, new Random(1));
        var vector = model.Palette!.Vector(palette);
        Assert.InRange(Difference(network.PaletteVector(tensor(palette, [1, palette.Length])), vector), 0, 1e-5);

        var (lightness, scene) = (Samples.Lightness(64, 64), Samples.Scene(16));
        var plain = model.Local.Predict(lightness, scene);
        var changed = model.Local.Predict(lightness, scene.Plus(vector));
        Assert.NotEqual(plain.A, changed.A);
        Assert.Equal(plain.A, model.Local.Predict(lightness, scene.Plus(new float[16])).A);
        Assert.Throws<ArgumentException>(() => model.Palette.Vector(palette[1..]));
    }

    [Fact]
    public void Write_ResNet_SaysItsShapeOnTheCard()
    {
        using var network = TinyResNet.Trained(ResNetSizes.Tiny);
        using var model = Export(network);
        Assert.Equal("resnet18", model.Card.Family);
        Assert.Equal(new NetworkShape(32, 2, null, 384, true, NetworkInput.Lightness), model.Card.Shape);
        Assert.Equal((64, 16, 123), (model.Card.GlobalSide, model.Card.GlobalFeatures, model.Card.PaletteLength));
        string[] expected =
        [
            "global.onnx", "local-half.onnx", "local.onnx", "maps-half.onnx", "maps.onnx", "paint-half.onnx",
            "paint.onnx", "palette.onnx", "weights.bin",
        ];
        Assert.Equal(expected, model.Card.Files.Select(file => file.Name));
    }

    [Fact]
    public void EightBitGraph_CalibratedOnThePicture_AnswersNearlyLikeSinglePrecision()
    {
        using var network = TinyResNet.Trained(ResNetSizes.Tiny with { Width = 0.25 });
        var lightness = Samples.Lightness(96, 64);
        Write(network, calibration: lightness);
        using var full = Model.Load(folder["model"], precision: Precision.Full);
        using var eightBits = Model.Load(folder["model"], precision: Precision.EightBits);
        var scene = full.Global!.Describe(lightness);
        var (expected, found) = (full.Local.Predict(lightness, scene), eightBits.Local.Predict(lightness, scene));
        var mean = expected.A.Zip(found.A, (left, right) => Math.Abs(left - right)).Average();
        Assert.InRange(mean, 1e-4, 0.03 * (expected.A.Max() - expected.A.Min()));
    }

    [Fact]
    public void HalfGraphs_OfANetwork_AnswerNearlyLikeSinglePrecision()
    {
        using var network = TinyResNet.Trained(ResNetSizes.Tiny with { Width = 0.25 });
        var lightness = Samples.Lightness(96, 64);
        using var full = Export(network);
        using var half = Model.Load(folder["model"], precision: Precision.Half);
        var scene = full.Global!.Describe(lightness);
        var expected = full.Local.Predict(lightness, scene);
        var most = 0.003 * (expected.A.Max() - expected.A.Min());
        Assert.InRange(Mean(half.Local.Predict(lightness, scene).A), 1e-6, most);

        using var maps = new OnnxGraph(Path.Combine(folder["model"], "maps-half.onnx"), threads: 1);
        using var paint = new OnnxGraph(Path.Combine(folder["model"], "paint-half.onnx"), threads: 1);
        var seen = maps.Run([("lightness", lightness.Values, [1, 1, 64, 96])], "places", "quarterMap", "halfMap");
        var chroma = paint.Run(
        [
            ("places", seen[0], [1, seen[0].Length / (8 * 12), 8, 12]),
            ("quarterMap", seen[1], [1, seen[1].Length / (16 * 24), 16, 24]),
            ("halfMap", seen[2], [1, seen[2].Length / (32 * 48), 32, 48]),
            ("scene", scene.Vector, [1, scene.Vector.Length]),
        ], "chroma")[0];
        Assert.InRange(Mean(chroma), 1e-6, most);

        double Mean(float[] found) => expected.A.Zip(found, (left, right) => Math.Abs(left - right)).Average();
    }

    /// <summary>
    /// The network that is shipped, in the arithmetic of the product, against what was computed where it was trained.
    /// </summary>
    [Fact]
    public void Graphs_TrainedNetwork_ColorAsWhereItWasTrained()
    {
        using var network = new ResNetNetwork(ResNetSizes.Full);
        ResNetWeights.Load(SharedFiles.ResNet, network);
        using var model = Export(network);
        using var scope = NewDisposeScope();
        var scene = model.Global!.Describe(Plane("global_copy"));
        var palette = model.Palette!.Vector(SharedFiles.Vector("palette").Values);
        Assert.InRange(Difference(SharedFiles.Tensor("scene"), scene.Vector), 0, 1e-3);
        Assert.InRange(
            Difference(SharedFiles.Tensor("chroma"), model.Local.Predict(Plane("lightness"), scene)), 0, 1e-3);
        var changed = model.Local.Predict(Plane("lightness"), scene.Plus(palette));
        Assert.InRange(Difference(SharedFiles.Tensor("chroma_with_palette"), changed), 0, 1e-3);
    }

    private Model Export(ResNetNetwork network)
    {
        Write(network);
        return Model.Load(folder["model"], threads: 1);
    }

    private void Write(ResNetNetwork network, params IReadOnlyList<LightnessPlane> calibration) =>
        ModelExport.Write(folder["model"], Folding.Fold(network), Samples.Card(network.Sizes),
            WeightStorage.SinglePrecision, calibration);

    private static Tensor Chroma(ResNetNetwork network, LightnessPlane plane, Scene? scene)
    {
        using var noGradients = no_grad();
        var vector = scene is null ? null : tensor(scene.Vector, [1, scene.Vector.Length]);
        return network.Predict(tensor(plane.Values, [1, 1, plane.Height, plane.Width]), vector);
    }

    private static LightnessPlane Plane(string name)
    {
        var (shape, values) = SharedFiles.Vector(name);
        return new LightnessPlane((int)shape[3], (int)shape[2], values);
    }

    private static double Difference(Tensor expected, ChromaPlanes found) =>
        Difference(expected, [.. found.A, .. found.B]);

    private static double Difference(Tensor expected, float[] found) =>
        expected.contiguous().data<float>().ToArray().Zip(found, (left, right) => Math.Abs(left - right)).Max();
}
