namespace Colorist.Modelling;

/// <summary>Finds, on real pictures, the step of each activation at which 256 values say most.</summary>
internal static class Calibration
{
    private const int Bars = 2048;
    private const int Levels = 255;
    private const int SignedLevels = 127; // on either side of 0
    private const int Candidates = 96;

    /// <summary>Runs the local network in single precision and watches its activations.</summary>
    /// <param name="graphs">The network.</param>
    /// <param name="folder">Of the exported model: its weights are used, and its global graph.</param>
    /// <param name="planes">At least one plane of real lightness, of sizes that the network takes.</param>
    /// <returns>
    /// Step by tensor: 255 steps span those activations that matter and are 0 or more, 127 on either side of 0 those
    /// that may be less.
    /// </returns>
    public static IReadOnlyDictionary<string, float> Run(
        INetworkGraphs graphs, string folder, IReadOnlyList<LightnessPlane> planes)
    {
        var path = Path.Combine(folder, "watched.onnx");
        var builder = graphs.Local();
        var watched = builder.Activations.Select(builder.Watch).ToList();
        builder.Save(path);
        try
        {
            using var model = Model.Load(folder, precision: Precision.Full);
            using var graph = new OnnxGraph(path, threads: 0);
            var scenes = planes.Select(plane => model.Global?.Describe(plane)).ToArray();
            var most = Largest(Activations(graph, planes, scenes, watched), watched.Count);
            var histograms = most.Select(_ => new double[Bars]).ToArray();
            foreach (var values in Activations(graph, planes, scenes, watched))
                for (var i = 0; i < values.Length; i++) Count(values[i], most[i], histograms[i]);
            return watched.Index().ToDictionary(tensor => tensor.Item, tensor =>
            {
                var levels = builder.IsSigned(tensor.Item) ? SignedLevels : Levels;
                return (float)(most[tensor.Index] / Bars * BestEnd(histograms[tensor.Index], levels) / levels);
            });
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<float[][]> Activations(
        OnnxGraph graph, IReadOnlyList<LightnessPlane> planes, IReadOnlyList<Scene?> scenes,
        IReadOnlyList<string> watched) =>
        planes.Zip(scenes, (plane, scene) =>
        {
            (string, float[], long[]) lightness = ("lightness", plane.Values, [1, 1, plane.Height, plane.Width]);
            return scene is null
                ? graph.Run([lightness], [.. watched])
                : graph.Run([lightness, ("scene", scene.Vector, [1, scene.Vector.Length])], [.. watched]);
        });

    private static float[] Largest(IEnumerable<float[][]> activations, int count)
    {
        var most = Enumerable.Repeat(1e-6f, count).ToArray();
        foreach (var values in activations)
            for (var i = 0; i < count; i++) most[i] = Math.Max(most[i], values[i].Max(Math.Abs));
        return most;
    }

    private static void Count(float[] values, float most, double[] histogram)
    {
        foreach (var value in values)
            if (value != 0) histogram[Math.Min(Bars - 1, (int)(Math.Abs(value) / most * Bars))]++;
    }

    /// <summary>
    /// The number of bars that the steps should span, so that rounding and cutting off together err least in the
    /// square.
    /// </summary>
    private static double BestEnd(double[] histogram, int levels) => Enumerable.Range(1, Candidates)
        .Select(candidate => (double)Bars * candidate / Candidates)
        .MinBy(end =>
        {
            var step = end / levels;
            return histogram.Select((count, bar) =>
            {
                var value = bar + 0.5;
                var error = value - Math.Min(levels, Math.Round(value / step)) * step;
                return count * error * error;
            }).Sum();
        });
}
