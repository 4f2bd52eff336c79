namespace Colorist.Modelling;

/// <summary>
/// Makes a graph compute in half precision, for GPUs: convolutions and fully connected layers, and what lies between
/// them. What scales the input and the output stays in single precision, and so do inputs and outputs themselves.
/// Weights that are stored as float16 are used as they are.
/// </summary>
internal sealed class HalfPrecision
{
    private static readonly string[] Layers = ["Conv", "Gemm"];
    private static readonly string[] Joining = ["Concat", "Add"];

    /// <summary>They move values about or change each by itself: they stay in what their input is in.</summary>
    private static readonly string[] Followers =
    [
        .. Joining, "Relu", "MaxPool", "GlobalAveragePool", "Flatten", "Unsqueeze", "Expand", "Resize", "Slice",
    ];

    private readonly GraphProto graph;
    private readonly HashSet<string> halves; // tensors in half precision
    private readonly HashSet<string> casts = [];
    private readonly Dictionary<string, string> weights = []; // stored ones, by the name of what they were cast to

    private HalfPrecision(GraphProto single)
    {
        graph = new GraphProto { Name = single.Name };
        graph.Input.AddRange(single.Input);
        graph.Output.AddRange(single.Output);
        graph.Initializer.AddRange(single.Initializer);
        halves = [.. single.Initializer.Where(one => one.DataType == ElementType.Float16).Select(one => one.Name)];
        var given = single.Output.Select(output => output.Name).ToHashSet();
        foreach (var node in single.Node)
        {
            if (node.OpType == "Cast") weights.Add(node.Output[0], node.Input[0]);
            else Add(node, isGiven: given.Contains(node.Output[0]));
        }
    }

    /// <summary>The same graph in half precision; the one given stays as it is.</summary>
    public static GraphProto Of(GraphProto single) => new HalfPrecision(single).graph;

    private void Add(NodeProto node, bool isGiven)
    {
        var inputs = Array.ConvertAll(node.Input, input => weights.GetValueOrDefault(input, input));
        var isLayer = Layers.Contains(node.OpType);
        var tensors = isLayer || Joining.Contains(node.OpType) ? inputs.Length : 1; // what follows are sizes and such
        var inHalf = !isGiven
            && (isLayer || (Followers.Contains(node.OpType) && inputs.Take(tensors).Any(halves.Contains)));
        string[] converted = [.. inputs.Take(tensors).Select(input => In(inHalf, input)), .. inputs.Skip(tensors)];
        graph.Node.Add(new NodeProto
        {
            Name = node.Name,
            OpType = node.OpType,
            Input = converted,
            Output = node.Output,
            Attribute = node.Attribute,
        });
        if (inHalf) halves.Add(node.Output[0]);
    }

    private string In(bool half, string tensor)
    {
        if (halves.Contains(tensor) == half) return tensor;
        var name = tensor + (half ? ".half" : ".single");
        if (!casts.Add(name)) return name;
        var type = half ? ElementType.Float16 : ElementType.Float;
        graph.Node.Add(new NodeProto
        {
            Name = name,
            OpType = "Cast",
            Input = [tensor],
            Output = [name],
            Attribute = [new() { Name = "to", Type = AttributeType.Int, I = (long)type }],
        });
        if (half) halves.Add(name);
        return name;
    }
}
