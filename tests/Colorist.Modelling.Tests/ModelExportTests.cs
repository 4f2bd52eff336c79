using Microsoft.ML.OnnxRuntime;

namespace Colorist.Modelling.Tests;

public sealed class ModelExportTests : IDisposable
{
    private const double Tolerance = 2e-3; // of a*b* −100..100: float against double

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_LeftoversOfKilledExports_AreRemovedAndOthersKept()
    {
        string[] names = ["model.0123456789abcdef0123456789abcdef", "model.0123456789abcdef0123456789abcdef.previous",
            "model.fedcba9876543210fedcba9876543210", "model.old", "other.0123456789abcdef0123456789abcdef"];
        foreach (var name in names) Directory.CreateDirectory(folder[name]);
        foreach (var name in (string[])[names[0], names[1], names[3], names[4]])
            Directory.SetLastWriteTimeUtc(folder[name], DateTime.UtcNow.AddDays(-1));
        ModelExport.Write(folder["model"], Samples.Network(NetworkSizes.Tiny), Samples.Card(NetworkSizes.Tiny));
        Assert.Equal(["model", .. names[2..]], Directory.GetDirectories(folder.Path)
            .Select(path => Path.GetFileName(path)).Order());
    }

    [Theory]
    [InlineData(1, true, 32, 32)]
    [InlineData(1, true, 64, 40)]
    [InlineData(3, true, 24, 56)]
    [InlineData(1, false, 40, 32)]
    [InlineData(3, false, 8, 16)]
    public void LocalGraph_AnySizeAndFusion_AnswersLikePlainLoops(int fusionKernel, bool global, int width, int height)
    {
        var network = Samples.Network(NetworkSizes.Tiny with { FusionKernel = fusionKernel, Global = global });
        using var model = Export(network, WeightStorage.SinglePrecision);
        var lightness = Samples.Lightness(width, height);
        var scene = global ? Samples.Scene(network.Sizes.GlobalFeatures) : null;

        var found = model.Local.Predict(lightness, scene);

        var expected = new PlainNetwork(network).Predict(lightness, scene).Cast<double>().ToArray();
        Assert.Equal((width / 2, height / 2), (found.Width, found.Height));
        AssertClose(expected, [.. found.A, .. found.B], Tolerance);
        Assert.True(expected.Max() - expected.Min() > 20, "the test needs a lively network");
    }

    [Theory]
    [InlineData(1, true, false)]
    [InlineData(3, true, false)]
    [InlineData(1, false, false)]
    [InlineData(1, true, true)]
    public void EightBitGraph_CalibratedOnThePicture_AnswersNearlyLikeSinglePrecision(
        int fusionKernel, bool global, bool skips)
    {
        var sizes =
            NetworkSizes.Tiny with { Width = 0.25, FusionKernel = fusionKernel, Global = global, Skips = skips };
        var lightness = Samples.Lightness(48, 64);
        var card =
            ModelExport.Write(folder["model"], Samples.Network(sizes), Samples.Card(sizes), calibration: lightness);
        Assert.True(card.HasEightBits);
        using var full = Model.Load(folder["model"], precision: Precision.Full);
        using var eightBits = Model.Load(folder["model"], precision: Precision.EightBits);
        var scene = full.Global?.Describe(lightness);
        var (expected, found) = (full.Local.Predict(lightness, scene), eightBits.Local.Predict(lightness, scene));
        var differences = expected.A.Concat(expected.B)
            .Zip(found.A.Concat(found.B), (left, right) => Math.Abs(left - right)).ToList();
        Assert.InRange(differences.Average(), 1e-4, 0.03 * (expected.A.Max() - expected.A.Min()));
    }

    [Fact]
    public void EightBitGraph_ConvolutionsBetweenTheFirstAndTheLast_AreComputedInEightBits()
    {
        ModelExport.Write(folder["model"], Samples.Network(NetworkSizes.Tiny), Samples.Card(NetworkSizes.Tiny),
            calibration: Samples.Lightness(32, 32));
        using var options = new SessionOptions
        {
            OptimizedModelFilePath = folder["optimized.onnx"],
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR
        };
        var graphFile = ModelFile.In(Precision.EightBits, ModelFile.LocalGraph);
        using (new InferenceSession(Path.Combine(folder["model"], graphFile), options)) { }
        var graph = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(folder["optimized.onnx"]));
        Assert.Equal(12, System.Text.RegularExpressions.Regex.Count(graph, "QLinearConv"));
    }

    [Theory]
    [InlineData(true, WeightStorage.HalfPrecision)]
    [InlineData(false, WeightStorage.HalfPrecision)]
    [InlineData(true, WeightStorage.SinglePrecision)]
    public void HalfGraph_OfANetwork_AnswersNearlyLikeSinglePrecision(bool global, WeightStorage storage)
    {
        var sizes = NetworkSizes.Tiny with { Width = 0.25, Global = global, Skips = true };
        var lightness = Samples.Lightness(48, 64);
        using var full = Export(Samples.Network(sizes), storage);
        using var half = Model.Load(folder["model"], precision: Precision.Half);
        var scene = full.Global?.Describe(lightness);
        var (expected, found) = (full.Local.Predict(lightness, scene), half.Local.Predict(lightness, scene));
        var mean = expected.A.Zip(found.A, (left, right) => Math.Abs(left - right)).Average();
        Assert.InRange(mean, 1e-6, 0.003 * (expected.A.Max() - expected.A.Min()));
    }

    [Fact]
    public void Load_HalfPrecisionOfAModelWithoutIt_SaysSo()
    {
        using (Export(Samples.Network(NetworkSizes.Tiny))) { }
        var card = ModelCard.Read(folder["model/card.json"]) with { HasHalf = false };
        (card with { Files = [.. card.Files.Where(file => ModelFile.NamesOf(card).Contains(file.Name))] })
            .Write(folder["model"]);
        var message =
            Assert.Throws<ModelException>(() => Model.Load(folder["model"], precision: Precision.Half)).Message;
        Assert.Contains("half precision", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_EightBitsOfAModelWithoutThem_SaysSo()
    {
        using (Export(Samples.Network(NetworkSizes.Tiny))) { }
        var message =
            Assert.Throws<ModelException>(() => Model.Load(folder["model"], precision: Precision.EightBits)).Message;
        Assert.Contains("calibrated for 8 bits", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(40)] // an odd grid: 5, 3, 2
    public void GlobalGraph_SquarePicture_AnswersLikePlainLoops(int side)
    {
        var network = Samples.Network(NetworkSizes.Tiny with { GlobalSide = side });
        using var model = Export(network, WeightStorage.SinglePrecision);
        var lightness = Samples.Lightness(side, side);

        var found = model.Global!.Describe(lightness);

        var expected = new PlainNetwork(network).Describe(lightness);
        AssertClose(expected.Vector.Select(value => (double)value), found.Vector, 1e-4);
        AssertClose(expected.Probabilities.Select(value => (double)value), found.Probabilities, 1e-5);
        Assert.True(expected.Vector.Max() > 0.1, "the test needs a lively network");
    }

    [Fact]
    public void Describe_OtherSize_SeesTheSquareCopy()
    {
        using var model = Export(Samples.Network(NetworkSizes.Tiny));
        var lightness = Samples.Lightness(80, 24);

        Assert.Equal(
            model.Global!.Describe(lightness.ResizeTo(32, 32)).Vector, model.Global.Describe(lightness).Vector);
    }

    [Fact]
    public void HalfPrecision_AgainstSinglePrecision_StaysNearAtHalfTheBytes()
    {
        var network = Samples.Network(NetworkSizes.Tiny);
        using var full = Export(network, WeightStorage.SinglePrecision, "full");
        using var half = Export(network, WeightStorage.HalfPrecision, "half");
        var lightness = Samples.Lightness(64, 48);
        var scene = full.Global!.Describe(lightness);

        var expected = full.Local.Predict(lightness, scene);
        var found = half.Local.Predict(lightness, half.Global!.Describe(lightness));

        AssertClose(expected.A.Concat(expected.B).Select(value => (double)value), [.. found.A, .. found.B], 0.5);
        Assert.NotEqual(expected.A, found.A);
        Assert.InRange(Bytes("half") / Bytes("full"), 0.45, 0.6);
    }

    [Fact]
    public void Graphs_BatchOfTwo_AnswerForEachPicture()
    {
        using var model = Export(Samples.Network(NetworkSizes.Tiny));
        var pictures = new[] { Samples.Lightness(32, 32, seed: 5), Samples.Lightness(32, 32, seed: 6) };
        var scenes = Array.ConvertAll(pictures, picture => model.Global!.Describe(picture));
        var chroma = pictures.Zip(scenes, model.Local.Predict).ToArray();
        float[] lightness = [.. pictures[0].Values, .. pictures[1].Values];

        var vectors = Run("global.onnx", "scene", ("lightness", lightness, [2, 1, 32, 32]));
        var colors = Run("local.onnx", "chroma", ("lightness", lightness, [2, 1, 32, 32]), ("scene", vectors, [2, 16]));

        AssertClose(scenes.SelectMany(scene => scene.Vector).Select(value => (double)value), vectors, 1e-4);
        AssertClose(
            chroma.SelectMany(planes => planes.A.Concat(planes.B)).Select(value => (double)value), colors, 1e-2);
    }

    [Fact]
    public void Weights_SharedByBothGraphs_AreStoredOnce()
    {
        using var model = Export(Samples.Network(NetworkSizes.Tiny), WeightStorage.SinglePrecision);

        var values = NetworkLayers.Of(NetworkSizes.Tiny)
            .Sum(plan => plan.WeightShape.Aggregate((a, b) => a * b) + plan.WeightShape[0]);
        Assert.InRange(Bytes("model"), 4 * values, 4 * values + 64 * 2 * 23);
    }

    [Fact]
    public void Write_OverAModel_ReplacesItAndLeavesNothingBeside()
    {
        Export(Samples.Network(NetworkSizes.Tiny, seed: 1)).Dispose();
        using var baseline = Export(Samples.Network(NetworkSizes.Tiny with { Global = false }));

        Assert.Null(baseline.Global);
        Assert.Equal(["card.json", "local-half.onnx", "local.onnx", "weights.bin"], Directory.GetFiles(folder["model"])
            .Select(Path.GetFileName).Order());
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Write_OverSomethingElse_RefusesAndKeepsIt()
    {
        File.WriteAllText(folder["precious.txt"], "");

        var error = Assert.Throws<ModelException>(() => Write(folder.Path, Samples.Network(NetworkSizes.Tiny)));

        Assert.Contains("one that holds a model, found other files", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["precious.txt"]));
        Assert.Throws<ModelException>(() => Write(folder["precious.txt"], Samples.Network(NetworkSizes.Tiny)));
        Assert.Throws<ModelException>(
            () => Write(Path.Combine(folder["precious.txt"], "model"), Samples.Network(NetworkSizes.Tiny)));
    }

    [Fact]
    public void Write_WrongLayer_SaysWhichAndLeavesNothing()
    {
        var network = Samples.Network(NetworkSizes.Tiny);
        var fusion = network.Layers["fusion"];
        AssertRefused("layer mid.0", new(network.Layers.Where(layer => layer.Key != "mid.0")));
        AssertRefused("layer extra", new(network.Layers) { ["extra"] = fusion });
        AssertRefused("weight shape 16×32×1×1, found 16×31×1×1", Fusion(fusion with { WeightShape = [16, 31, 1, 1] }));
        AssertRefused("not finite 0, found 1", Fusion(fusion with { Bias = [float.NaN, .. fusion.Bias[1..]] }));
        AssertRefused("range of float16", Fusion(fusion with { Weight = [1e6f, .. fusion.Weight[1..]] }));

        Dictionary<string, FoldedLayer> Fusion(FoldedLayer other) => new(network.Layers) { ["fusion"] = other };

        void AssertRefused(string says, Dictionary<string, FoldedLayer> layers)
        {
            var error =
                Assert.Throws<ArgumentException>(() => Write(folder["model"], network with { Layers = layers }));
            Assert.Contains(says, error.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
        }
    }

    [Fact]
    public void Write_WrongNumberOfLabels_IsRefused()
    {
        var card = Samples.Card(NetworkSizes.Tiny) with { Labels = ["one"] };
        var error = Assert.Throws<ArgumentException>(
            () => ModelExport.Write(folder["model"], Samples.Network(NetworkSizes.Tiny), card));
        Assert.Contains("expected 3 labels, found 1", error.Message, StringComparison.Ordinal);
    }

    private Model Export(
        FoldedNetwork network, WeightStorage storage = WeightStorage.HalfPrecision, string name = "model")
    {
        Write(folder[name], network, storage);
        return Model.Load(folder[name], threads: 1);
    }

    private static void Write(
        string path, FoldedNetwork network, WeightStorage storage = WeightStorage.HalfPrecision) =>
        ModelExport.Write(path, network, Samples.Card(network.Sizes), storage);

    private double Bytes(string name) => new FileInfo(Path.Combine(folder[name], "weights.bin")).Length;

    private float[] Run(string file, string output, params (string Name, float[] Values, long[] Shape)[] inputs)
    {
        using var graph = new InferenceSession(Path.Combine(folder["model"], file));
        using var options = new RunOptions();
        var values = inputs.ToDictionary(
            input => input.Name, input => OrtValue.CreateTensorValueFromMemory(input.Values, input.Shape));
        using var results = graph.Run(options, values, [output]);
        foreach (var value in values.Values) value.Dispose();
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static void AssertClose(IEnumerable<double> expected, float[] found, double tolerance)
    {
        var values = expected.ToArray();
        Assert.Equal(values.Length, found.Length);
        Assert.InRange(values.Zip(found, (a, b) => Math.Abs(a - b)).Max(), 0, tolerance);
    }
}
