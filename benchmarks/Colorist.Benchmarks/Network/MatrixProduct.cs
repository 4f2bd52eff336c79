using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace Colorist.Benchmarks.Network;

/// <summary>
/// The machine's own limit: how fast it multiplies large square matrices in single precision, by the faster of two
/// libraries.
/// </summary>
internal static class MatrixProduct
{
    /// <summary>The words by which <see cref="SingleRun"/> measures one in Torch and one in ONNX Runtime.</summary>
    public const string InTorch = "torch-product", InOnnxRuntime = "onnx-product";

    private const int Side = 2048;

    /// <summary>Multiply-adds a second.</summary>
    /// <param name="threads">0 for all.</param>
    public static double Rate(int threads) =>
        Math.Pow(Side, 3) / new[] { InTorch, InOnnxRuntime }
            .Min(library => SingleRun.InProcess(library, Side, threads).Seconds);

    /// <summary>Seconds of one product in Torch.</summary>
    /// <param name="threads">0 for all.</param>
    public static double TorchSeconds(int threads)
    {
        if (threads > 0) set_num_threads(threads);
        using var left = rand(Side, Side);
        using var right = rand(Side, Side);
        return Rounds.Fastest(() => left.mm(right).Dispose());
    }

    /// <summary>Seconds of one product in ONNX Runtime, the second matrix laid out before, as weights are.</summary>
    /// <param name="threads">0 for all.</param>
    public static double OnnxSeconds(int threads) => TemporaryFolder.Use(folder =>
    {
        using var options = OnnxGraph.Options(threads);
        using var session = new InferenceSession(WriteGraph(folder), options);
        using var run = new RunOptions();
        using var left = OrtValue.CreateTensorValueFromMemory(Numbers(), [Side, Side]);
        var inputs = new Dictionary<string, OrtValue> { ["left"] = left };
        return Rounds.Fastest(() => session.Run(run, inputs, session.OutputNames).Dispose());
    });

    private static string WriteGraph(string folder)
    {
        const string Weights = "product.bin";
        var layer = new LayerPlan("right", [Side, Side], Stride: 1);
        using var stream = File.Create(Path.Combine(folder, Weights));
        var weights = new WeightsFile(stream, Weights);
        weights.Add("right.weight", layer.WeightShape, Numbers(), ElementType.Float);
        weights.Add("right.bias", [Side], new float[Side], ElementType.Float);
        var graph = new GraphBuilder("product", weights);
        graph.Output("product", graph.FullyConnected(layer, graph.Input("left", Side, Side)), Side, Side);
        var path = Path.Combine(folder, "product.onnx");
        graph.Save(path);
        return path;
    }

    private static float[] Numbers()
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, Side * Side).Select(_ => random.NextSingle())];
    }
}
