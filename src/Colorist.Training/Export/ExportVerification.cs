using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>How far the exported graphs are from the Torch network on the same pictures.</summary>
/// <param name="LargestSingle">Largest difference in a*b* of a graph with weights in single precision.</param>
/// <param name="LargestHalf">Largest difference in a*b* with weights stored in half precision.</param>
/// <param name="MeanHalf">Mean difference in a*b* with weights stored in half precision.</param>
/// <param name="LargestProbability">
/// Largest difference of a scene's probability with weights in single precision; 0 in the baseline.
/// </param>
internal sealed record ExportVerification(
    double LargestSingle, double LargestHalf, double MeanHalf, double LargestProbability)
{
    /// <summary>
    /// The largest difference in a*b* that single precision may show: a graph that computes the same network stays far
    /// below it.
    /// </summary>
    public const double Tolerance = 0.05;

    /// <summary>The same for the probability of a scene.</summary>
    public const double ProbabilityTolerance = 0.001;

    /// <summary>Whether the exported graphs compute the same network.</summary>
    public bool Passed => LargestSingle <= Tolerance && LargestProbability <= ProbabilityTolerance;

    /// <summary>Runs both graphs and the Torch network on planes of sizes that they take.</summary>
    /// <param name="network">The network that was exported; it is left in evaluation mode.</param>
    /// <param name="model">Folder of the export.</param>
    /// <param name="planes">At least one plane of real lightness.</param>
    public static ExportVerification Run(ColorNetwork network, string model, IReadOnlyList<LightnessPlane> planes)
    {
        var single = Directory.CreateTempSubdirectory("colorist-").FullName;
        try
        {
            var card = ModelCard.Read(Path.Combine(model, ModelCard.FileName));
            var side = card.HasGlobal ? card.GlobalSide : (int?)null;
            ModelExport.Write(single, Folding.Fold(network, side), card, WeightStorage.SinglePrecision);
            var truth = planes.Select(plane => Predict(network, plane, side)).ToArray();
            var exported = Predict(single, planes);
            var stored = Differences(Predict(model, planes), truth, answer => answer.Chroma);
            return new ExportVerification(
                Differences(exported, truth, answer => answer.Chroma).Max(), stored.Max(), stored.Average(),
                Differences(exported, truth, answer => answer.Probabilities).DefaultIfEmpty().Max());
        }
        finally
        {
            Directory.Delete(single, recursive: true);
        }
    }

    private static Answer Predict(ColorNetwork network, LightnessPlane plane, int? globalSide)
    {
        network.eval();
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        if (globalSide is not { } side) return new Answer(Values(network.Predict(ToTensor(plane), scene: null)), []);
        var (scene, logits) = network.Describe(ToTensor(plane.ResizeTo(side, side)));
        return new Answer(Values(network.Predict(ToTensor(plane), scene)), Values(logits.softmax(dim: 1)));
    }

    private static Answer[] Predict(string folder, IReadOnlyList<LightnessPlane> planes)
    {
        using var model = Model.Load(folder, precision: Precision.Full);
        return [.. planes.Select(plane =>
        {
            var scene = model.Global?.Describe(plane);
            var chroma = model.Local.Predict(plane, scene);
            return new Answer([.. chroma.A, .. chroma.B], scene?.Probabilities ?? []);
        })];
    }

    private static Tensor ToTensor(LightnessPlane plane) => tensor(plane.Values, [1, 1, plane.Height, plane.Width]);

    private static float[] Values(Tensor tensor) => tensor.cpu().contiguous().data<float>().ToArray();

    private static List<double> Differences(Answer[] found, Answer[] expected, Func<Answer, float[]> part) =>
        [.. found.Zip(expected).SelectMany(
            pair => part(pair.First).Zip(part(pair.Second), (left, right) => (double)Math.Abs(left - right)))];

    /// <param name="Chroma">2×h/2×w/2, real a*b*.</param>
    /// <param name="Probabilities">One per scene label; none in the baseline.</param>
    private sealed record Answer(float[] Chroma, float[] Probabilities);
}
