namespace Colorist.Benchmarks.Network;

/// <summary>The paper's network with random weights: computing takes as long as with trained ones.</summary>
internal static class PaperNetwork
{
    public static readonly NetworkSizes Sizes = NetworkSizes.Paper with { FusionKernel = 3 };

    /// <summary>
    /// Seconds of the paper on an 8-core 3 GHz desktop processor and on a GPU of 2015, by side (talk of the authors).
    /// </summary>
    public static readonly IReadOnlyDictionary<int, (double Cpu, double Gpu)> Published =
        new Dictionary<int, (double, double)>
        {
            [224] = (0.399, 0.080),
            [512] = (1.676, 0.339),
            [1024] = (5.629, 1.084),
            [2048] = (20.116, 4.218),
        };

    /// <summary>
    /// Writes it as a model, calibrated for 8 bits on noise, and the graphs that share low-level features into the same
    /// folder.
    /// </summary>
    public static void Write(string folder)
    {
        var random = new Random(1);
        var network = new FoldedNetwork(
            Sizes, NetworkLayers.Of(Sizes).ToDictionary(plan => plan.Name, plan => Layer(plan, random)));
        var card = new ModelCard
        {
            Name = "paper-random",
            Description = "Random weights, for timing.",
            RenderSide = 224,
            Labels = [.. Enumerable.Range(0, Sizes.Classes).Select(i => $"{i}")],
            Licence = "MIT",
            Data = "none",
            DataTerms = "none",
            Commit = "none",
            PicturesSeen = 0,
            Created = DateTimeOffset.UnixEpoch,
        };
        ModelExport.Write(folder, network, card, calibration: Noise(64));
        WriteShared(folder, network);
    }

    /// <summary>The graph that does all for a picture of 224×224.</summary>
    public static string SharedGraph(string folder, Precision precision) =>
        Path.Combine(folder, precision == Precision.EightBits ? "shared-8bit.onnx" : "shared.onnx");

    /// <summary>A square of noise.</summary>
    public static LightnessPlane Noise(int side)
    {
        var random = new Random(2);
        return new LightnessPlane(
            side, side, [.. Enumerable.Range(0, side * side).Select(_ => 100 * random.NextSingle())]);
    }

    /// <summary>Multiply-adds of one picture.</summary>
    public static double MultiplyAdds(int side, bool shared) => Work(side, shared).Sum(layer => layer.MultiplyAdds);

    /// <summary>Multiply-adds of each layer: of the local network at its side, of the global one at 224.</summary>
    /// <param name="side">Of the picture.</param>
    /// <param name="shared">
    /// Whether both branches take the same low-level features; then they count as the local network's.
    /// </param>
    public static IEnumerable<(bool IsGlobal, string Layer, double MultiplyAdds)> Work(int side, bool shared)
    {
        double local = side, global = Sizes.GlobalSide;
        foreach (var plan in NetworkLayers.Of(Sizes))
        {
            var work = (double)plan.WeightShape.Aggregate((a, b) => a * b);
            var isLow = plan.Name.StartsWith("low", StringComparison.Ordinal);
            var isGlobal = plan.Name.StartsWith("global", StringComparison.Ordinal)
                || plan.Name.StartsWith("class", StringComparison.Ordinal);
            if (isLow || isGlobal) global = plan.WeightShape.Length == 4 ? Math.Ceiling(global / plan.Stride) : 1;
            if (isGlobal || (isLow && !shared)) yield return (true, plan.Name, work * Square(global));
            if (isGlobal) continue;
            local = plan.Name is "color.1" or "color.3" ? 2 * local : Math.Ceiling(local / plan.Stride);
            yield return (false, plan.Name, work * Square(local));
        }
    }

    private static void WriteShared(string folder, FoldedNetwork network)
    {
        const string Weights = "shared.bin", EightBitWeights = "shared-8bit.bin";
        // each weight in the file at once, for the calibration
        using var stream = File.Create(Path.Combine(folder, Weights), bufferSize: 1);
        using var eightBitStream = File.Create(Path.Combine(folder, EightBitWeights));
        var graphs = new NetworkGraphs(Sizes, WeightsFile.Write(stream, Weights, network, WeightStorage.HalfPrecision));
        graphs.Shared().Save(SharedGraph(folder, Precision.Full));
        var steps = Calibration.Run(graphs, folder, [Noise(64)]);
        graphs.Shared(new EightBits(network, new WeightsFile(eightBitStream, EightBitWeights), steps))
            .Save(SharedGraph(folder, Precision.EightBits));
    }

    private static double Square(double value) => value * value;

    private static FoldedLayer Layer(LayerPlan plan, Random random)
    {
        var inputs = (int)plan.WeightShape.Skip(1).Aggregate(1L, (a, b) => a * b);
        var (outputs, range) = ((int)plan.WeightShape[0], MathF.Sqrt(6f / inputs));
        return new FoldedLayer(
            plan.WeightShape,
            [.. Enumerable.Range(0, outputs * inputs).Select(_ => range * (2 * random.NextSingle() - 1))],
            new float[outputs]);
    }
}
