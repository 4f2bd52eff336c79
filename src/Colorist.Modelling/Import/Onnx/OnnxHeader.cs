using ProtoBuf;

namespace Colorist.Modelling;

/// <summary>
/// What a graph of another project takes, gives and needs, read without its weights; nothing of it is run.
/// </summary>
/// <param name="Inputs">Those that are no weights.</param>
/// <param name="Outputs">All of them.</param>
/// <param name="Operators">The names of its operators.</param>
/// <param name="Data">Names of files beside it that hold weights.</param>
internal sealed record OnnxHeader(
    IReadOnlyList<OnnxTensor> Inputs, IReadOnlyList<OnnxTensor> Outputs, IReadOnlySet<string> Operators,
    IReadOnlyList<string> Data)
{
    // "" and ai.onnx are the same; com.microsoft is ONNX Runtime's own.
    private static readonly string[] Known = ["", "ai.onnx", "com.microsoft"];

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">An ONNX file; its data, if any, in the same folder.</param>
    /// <exception cref="ModelException">It is damaged, has operators of its own, or data elsewhere.</exception>
    public static OnnxHeader FromFile(string path)
    {
        var (graph, functions) = Read(path);
        var graphs = Within(graph).ToList();
        var nodes = graphs.SelectMany(part => part.Node).Concat(functions.SelectMany(function => function.Node))
            .ToList();
        var own = functions.Select(function => (function.Domain, function.Name)).ToHashSet();
        if (nodes.Find(node => !Known.Contains(node.Domain) && !own.Contains((node.Domain, node.OpType))) is { } custom)
            throw new ModelException(path, "operators of ONNX itself",
                $"{custom.OpType} of {custom.Domain}: operators of one's own are not run");
        var tensors = graphs.SelectMany(Tensors).Concat(nodes.SelectMany(Tensors));
        var data = tensors.SelectMany(tensor => tensor.ExternalData).Where(entry => entry.Key == "location")
            .Select(entry => entry.Value).Distinct().ToList();
        var weights = graph.Initializer.Select(tensor => tensor.Name).ToHashSet();
        foreach (var name in data) CheckData(path, name);
        return new OnnxHeader(
            [.. graph.Input.Where(input => !weights.Contains(input.Name)).Select(Tensor)],
            [.. graph.Output.Select(Tensor)],
            nodes.Select(node => node.OpType).ToHashSet(),
            data);
    }

    public override string ToString() => $"inputs {string.Join(", ", Inputs)}; outputs {string.Join(", ", Outputs)}";

    private static (HeaderGraphProto Graph, List<HeaderFunctionProto> Functions) Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var header = Serializer.Deserialize<HeaderProto>(stream);
            return header.Graph.Node.Count > 0
                ? (header.Graph, header.Functions)
                : throw new ModelException(path, "an ONNX graph", "none");
        }
        catch (Exception e) when (e is ProtoException or IOException or InvalidOperationException or OverflowException
            or ArgumentException)
        {
            throw new ModelException(path, "an ONNX graph", "a damaged file or something else", e);
        }
    }

    /// <summary>A graph and those in its nodes.</summary>
    private static IEnumerable<HeaderGraphProto> Within(HeaderGraphProto graph) => graph.Node
        .SelectMany(node => node.Attribute)
        .SelectMany(attribute => attribute.Graphs.Concat(attribute.Graph is { } one ? [one] : []))
        .SelectMany(Within)
        .Prepend(graph);

    private static IEnumerable<HeaderTensorProto> Tensors(HeaderGraphProto graph) =>
        graph.Initializer.Concat(graph.SparseInitializer.SelectMany(Tensors));

    private static IEnumerable<HeaderTensorProto> Tensors(HeaderNodeProto node) => node.Attribute
        .SelectMany(attribute => attribute.Tensors
        .Concat(attribute.Tensor is { } one ? [one] : [])
        .Concat(attribute.Sparses.Concat(attribute.Sparse is { } sparse ? [sparse] : []).SelectMany(Tensors)));

    private static IEnumerable<HeaderTensorProto> Tensors(HeaderSparseProto sparse) =>
        new[] { sparse.Values, sparse.Indices }.OfType<HeaderTensorProto>();

    private static OnnxTensor Tensor(ValueInfoProto value) => new(
        value.Name,
        value.Type?.TensorType is { ElementType: ElementType.Float },
        [.. (value.Type?.TensorType?.Shape?.Dimension ?? []).Select(side => side.Value > 0 ? side.Value : null)]);

    /// <summary>Weights lie in the graph's own folder, under a plain name, and are no link to another.</summary>
    private static void CheckData(string path, string name)
    {
        if (!ForeignGraph.IsPlain(name))
            throw new ModelException(path, "weights in its own folder", $"some in {name}");
        var file = new FileInfo(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, name));
        if (!file.Exists) throw new ModelException(file.FullName, "the weights of the graph", "no file");
        if (file.LinkTarget is { } target)
            throw new ModelException(file.FullName, "the weights of the graph", $"a link to {target}");
    }
}
