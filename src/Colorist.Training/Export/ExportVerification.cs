using Colorist.Imaging;
using Colorist.Inference;
using Colorist.Training.Networks;
using static TorchSharp.torch;

namespace Colorist.Training.Export;

/// <summary>How far the exported graphs are from the Torch network on the same pictures, in a*b*.</summary>
/// <param name="LargestSingle">Largest difference of a graph with weights in single precision.</param>
/// <param name="LargestHalf">Largest difference with weights stored in half precision.</param>
/// <param name="MeanHalf">Mean difference with weights stored in half precision.</param>
internal sealed record ExportVerification(double LargestSingle, double LargestHalf, double MeanHalf)
{
    /// <summary>The largest difference that single precision may show: a graph that computes the same network stays far below it.</summary>
    public const double Tolerance = 0.05;

    /// <summary>Runs both graphs and the Torch network on planes whose sides are multiples of 8.</summary>
    /// <param name="network">The network that was exported; it is left in evaluation mode.</param>
    /// <param name="model">Folder of the export.</param>
    /// <param name="planes">At least one plane of real lightness.</param>
    public static ExportVerification Run(ColorizationNetwork network, string model, IReadOnlyList<LightnessPlane> planes)
    {
        var single = Directory.CreateTempSubdirectory("colorist-").FullName;
        try
        {
            ModelExport.Write(single, Folding.Fold(network), ModelCard.Read(Path.Combine(model, ModelCard.FileName)), WeightStorage.SinglePrecision);
            var truth = planes.Select(plane => Predict(network, plane)).ToArray();
            var (largestSingle, _) = Differences(single, planes, truth);
            var (largestHalf, meanHalf) = Differences(model, planes, truth);
            return new ExportVerification(largestSingle, largestHalf, meanHalf);
        }
        finally
        {
            Directory.Delete(single, recursive: true);
        }
    }

    private static float[] Predict(ColorizationNetwork network, LightnessPlane plane)
    {
        network.eval();
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        var side = network.Sizes.GlobalSide;
        var scene = network.Sizes.Global ? network.Describe(ToTensor(plane.ResizeTo(side, side))).Scene : null;
        return network.Predict(ToTensor(plane), scene).cpu().contiguous().data<float>().ToArray();
    }

    private static Tensor ToTensor(LightnessPlane plane) => tensor(plane.Values, [1, 1, plane.Height, plane.Width]);

    private static (double Largest, double Mean) Differences(string folder, IReadOnlyList<LightnessPlane> planes, float[][] truth)
    {
        using var model = Model.Load(folder);
        var differences = planes.Zip(truth).SelectMany(pair =>
        {
            var chroma = model.Local.Predict(pair.First, model.Global?.Describe(pair.First));
            return chroma.A.Concat(chroma.B).Zip(pair.Second, (onnx, torch) => (double)Math.Abs(onnx - torch));
        }).ToArray();
        return (differences.Max(), differences.Average());
    }
}
