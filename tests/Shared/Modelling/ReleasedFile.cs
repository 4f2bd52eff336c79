using Colorist.Modelling;
using static Colorist.Tests.TorchFileWriter;

namespace Colorist.Tests;

/// <summary>
/// A Torch7 file like those that the paper's authors released: an nn.gModule whose nodes know each other in circles,
/// weights in double precision with gradients beside them, all of them views into one storage.
/// </summary>
internal sealed class ReleasedFile
{
    private readonly FoldedNetwork network;
    private readonly Storage numbers, gradients;
    private readonly Dictionary<string, long> places = [];
    private readonly Dictionary<string, Tensor> tensors = [];

    private ReleasedFile(FoldedNetwork network, string type)
    {
        this.network = network;
        var values = new List<double>();
        foreach (var (name, layer) in network.Layers)
        {
            places[name + ".weight"] = values.Count + 1;
            values.AddRange((name == "fusion" ? GlobalLast(layer) : layer.Weight).Select(value => (double)value));
            places[name + ".bias"] = values.Count + 1;
            values.AddRange(layer.Bias.Select(value => (double)value));
        }
        (numbers, gradients) = (new Storage(type, [.. values]), new Storage(type, [.. values.Select(_ => 7.0)]));
    }

    /// <summary>Whether layers say their rim as old files do.</summary>
    public bool IsOld { get; init; }

    /// <summary>Writes a network.</summary>
    /// <param name="path">The file.</param>
    /// <param name="network">Of the iizuka family, with a mean, a 3×3 fusion and no labels.</param>
    /// <param name="type">Of its numbers.</param>
    /// <param name="isOld">Whether layers say their rim as old files do.</param>
    public static void Write(string path, FoldedNetwork network, string type = "Double", bool isOld = false) =>
        TorchFileWriter.Write(path, new ReleasedFile(network, type) { IsOld = isOld }.Root());

    private Table Root() => new()
    {
        { "note", new Function("not to be run") },
        { "mean", (double)((NetworkSizes)network.Sizes).LumaMean! },
        { "model", Model() },
    };

    private Thing Model()
    {
        var (all, one, other) = (Data(null), Data(null), Data(null));
        Link(one, all);
        Link(other, all);
        Link(all, one); // as nngraph does: a circle
        Link(all, other);
        var lowGlobal = Node(Low(), one);
        var lowLocal = Node(Low(), other);
        var mid = Node(Sequence(Convolution("mid.0"), Relu(), Convolution("mid.1"), Relu()), lowLocal);
        var global = Node(Global(), lowGlobal);
        var repeated = Node(Sequence(Linear("global.fc.2"), Relu(), Layer("Replicate"), Layer("Replicate")), global);
        var joined = Node(Layer("JoinTable", ("dimension", 2.0)), mid, repeated);
        var color = Node(Color(), joined);
        var output = Node(null, color);
        Table[] datas = [all, one, other, lowGlobal, lowLocal, mid, global, repeated, joined, color, output];
        var nodes = datas.Select(data => new Thing("nngraph.Node", new() { { "data", data }, { "id", 1.0 } })).ToList();
        for (var i = 1; i < nodes.Count; i++) nodes[i - 1].Fields.Add("children", Table.List(nodes[i]));
        return new Thing("nn.gModule", new() { { "forwardnodes", Table.List(nodes) }, { "outnode", nodes[^1] } });
    }

    private Thing Low() =>
        Sequence([.. Enumerable.Range(0, 6).SelectMany(i => new[] { Convolution($"low.{i}"), Relu() })]);

    private Thing Global() => Sequence(
    [
        .. Enumerable.Range(0, 4).SelectMany(i => new[] { Convolution($"global.{i}"), Relu() }),
        Layer("View"), Linear("global.fc.0"), Relu(), Linear("global.fc.1"), Relu(),
    ]);

    private Thing Color() => Sequence(
        Convolution("fusion"), Relu(), Convolution("color.0"), Relu(), Larger(),
        Convolution("color.1"), Relu(), Convolution("color.2"), Relu(), Larger(),
        Convolution("color.3"), Relu(), Convolution("color.4"), Layer("Sigmoid"));

    private Thing Convolution(string name)
    {
        double stride = network.Sizes.Layers.Single(plan => plan.Name == name).Stride;
        return WithWeights(IsOld ? "SpatialConvolutionMM" : "SpatialConvolution", name, IsOld
            ? [("dW", stride), ("dH", stride), ("padding", 1.0)]
            : [("dW", stride), ("dH", stride), ("padW", 1.0), ("padH", 1.0)]);
    }

    private Thing Linear(string name) => WithWeights("Linear", name);

    private Thing WithWeights(string className, string name, params (string, object?)[] fields)
    {
        var layer = network.Layers[name];
        long[] shape = IsOld ? [layer.WeightShape[0], layer.Weight.Length / layer.WeightShape[0]] : layer.WeightShape;
        return Layer(className,
        [
            ("gradWeight", new Tensor(gradients, shape, places[name + ".weight"])),
            ("output", new Tensor(null, [])),
            ("weight", View(name + ".weight", shape)),
            ("bias", View(name + ".bias", [layer.Bias.Length])),
            .. fields,
        ]);
    }

    private Tensor View(string name, long[] shape) =>
        tensors.TryGetValue(name, out var known) ? known : tensors[name] = new Tensor(numbers, shape, places[name]);

    private float[] GlobalLast(FoldedLayer fusion)
    {
        var first = network.Sizes.GlobalFeatures * 9;
        return [.. fusion.Weight.Chunk(fusion.Weight.Length / fusion.Bias.Length)
            .SelectMany(row => row[first..].Concat(row[..first]))];
    }

    private static Table Node(Thing? module, params Table[] inputs)
    {
        var data = Data(module);
        foreach (var input in inputs) Link(data, input);
        return data;
    }

    private static Table Data(Thing? module) => new() { { "module", module }, { "mapindex", new Table() } };

    private static void Link(Table data, Table input)
    {
        var index = (Table)data[1].Value!;
        index.Add(1.0 + index.Count / 2, input);
        index.Add(input, index.Count / 2 + 1.0);
    }

    private static Thing Sequence(params Thing[] modules) => Layer("Sequential", ("modules", Table.List(modules)));

    private static Thing Relu() => Layer("ReLU");

    private static Thing Larger() => Layer("SpatialUpSamplingNearest", ("scale_factor", 2.0));

    private static Thing Layer(string name, params (string Key, object? Value)[] fields)
    {
        var table = new Table();
        foreach (var (key, value) in fields) table.Add(key, value);
        return new Thing("nn." + name, table);
    }
}
