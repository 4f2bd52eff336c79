using ProtoBuf;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

/// <summary>
/// A trunk of random weights as the package has it: three channels, batch normalisation apart, shortcuts first.
/// </summary>
internal static class TrunkFile
{
    private static readonly string[] Parts = ["weight", "gain", "offset", "mean", "variance"];
    private static readonly string[] Blocks = ["1.0", "1.1", "2.0", "2.1", "3.0", "3.1", "4.0", "4.1", "4.2"];
    private static readonly string[] Layers = ["down", "conv1", "conv2"];

    /// <returns>
    /// Of each convolution, in the file's order: its weights; gain, offset, mean and variance behind it.
    /// </returns>
    public static List<(Tensor Weight, Tensor[] Norm)> Write(string path, ResNetSizes sizes)
    {
        var graph = new GraphProto { Name = "trunk" };
        var written = InOrder(sizes).Select(plan => Add(graph, plan)).ToList();
        using var file = File.Create(path);
        var model = new ModelProto { IrVersion = 3, ProducerName = "test", Graph = graph, OpsetImport = [] };
        Serializer.Serialize(file, model);
        return written;
    }

    private static IEnumerable<LayerPlan> InOrder(ResNetSizes sizes)
    {
        var plans = sizes.TrunkLayers();
        string[] names =
        [
            "trunk.stem",
            .. from block in Blocks from part in Layers select $"trunk.layer{block}.{part}",
        ];
        return names.Select(name => plans.SingleOrDefault(plan => plan.Name == name)).OfType<LayerPlan>();
    }

    private static (Tensor Weight, Tensor[] Norm) Add(GraphProto graph, LayerPlan plan)
    {
        var outputs = plan.WeightShape[0];
        var weight = randn(plan.Name == "trunk.stem" ? [outputs, 3, 7, 7] : plan.WeightShape) * 0.1;
        Tensor[] norm = [rand(outputs) + 0.5, randn(outputs), randn(outputs), rand(outputs) + 0.1];
        var names = Parts.Select(part => $"{plan.Name}.{part}").ToArray();
        foreach (var (name, tensor) in names.Zip([weight, .. norm]))
            graph.Initializer.Add(new()
            {
                Name = name,
                Dims = tensor.shape,
                DataType = ElementType.Float,
                FloatData = tensor.data<float>().ToArray(),
            });
        Add(graph, "Conv", "in", names[..1], plan.Name);
        Add(graph, "BatchNormalization", plan.Name, names[1..], "out");
        return (weight, norm);
    }

    private static void Add(GraphProto graph, string operation, string input, string[] weights, string output) =>
        graph.Node.Add(new() { Name = "", OpType = operation, Input = [input, .. weights], Output = [output] });
}
