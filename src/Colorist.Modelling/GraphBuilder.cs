using System.Runtime.InteropServices;
using System.Text;
using ProtoBuf;

namespace Colorist.Modelling;

/// <summary>
/// Writes one ONNX graph node by node; each method appends what it is named after and returns the name of its output.
/// </summary>
/// <param name="name">Of the graph.</param>
/// <param name="weights">The file that its weights are in.</param>
/// <param name="eightBits">What is computed in 8 bits; null for nothing.</param>
internal sealed class GraphBuilder(string name, WeightsFile weights, EightBits? eightBits = null)
{
    private const string Rectified = ".relu";
    private const long IrVersion = 8;      // of ONNX 1.12,
    private const long OperatorSet = 17;   // which every ONNX Runtime since 1.12 reads

    private readonly GraphProto graph = new() { Name = name };
    private readonly Dictionary<string, float> steps = []; // of the tensors that are in 8 bits
    private readonly List<string> activations = [];
    private readonly HashSet<string> signed = []; // those of them that may be below 0

    /// <summary>
    /// The tensors that can be in 8 bits: what ReLUs and the fusion layer give, and the terms of sums.
    /// </summary>
    public IReadOnlyList<string> Activations => activations;

    /// <summary>Whether an activation may be below 0.</summary>
    public bool IsSigned(string activation) => signed.Contains(activation);

    public string Input(string input, params object[] shape)
    {
        graph.Input.Add(Value(input, shape));
        return input;
    }

    /// <summary>Gives a result the name by which the library asks for it.</summary>
    public string Output(string output, string result, params object[] shape)
    {
        graph.Output.Add(Value(output, shape));
        return output == result ? result : Node(output, "Identity", [result]);
    }

    /// <summary>Makes a tensor inside the graph one of its outputs as well.</summary>
    public string Watch(string tensor)
    {
        graph.Output.Add(Value(tensor, [.. Enumerable.Range(0, 4).Select(dimension => $"{tensor}.{dimension}")]));
        return tensor;
    }

    public string Convolution(LayerPlan layer, string input)
    {
        var (weight, bias) = steps.TryGetValue(input, out var step) && GivesEightBits(layer)
            ? EightBitWeights(eightBits!.Store(layer, step))
            : (Weight(layer), Bias(layer));
        return Node(layer.Name, "Conv", [input, weight, bias],
            Ints("strides", layer.Stride, layer.Stride),
            Ints("pads", [.. Enumerable.Repeat(layer.WeightShape[^1] / 2, 4)]));
    }

    public string FullyConnected(LayerPlan layer, string input) =>
        Node(layer.Name, "Gemm", [input, Weight(layer), Bias(layer)], Int("transB", 1));

    public string Relu(string input) => Activation(Node(input + Rectified, "Relu", [input]));

    /// <summary>A convolution whose result is a term of a sum.</summary>
    public string Term(LayerPlan layer, string input)
    {
        signed.Add(layer.Name);
        return Activation(Convolution(layer, input));
    }

    /// <summary>The sum of tensors of the same shape, or of one whose sides of 1 are repeated.</summary>
    public string Add(string output, string first, string second) => Node(output, "Add", [first, second]);

    /// <summary>The largest value of each 3×3, every other place of every other row: N×C×h×w → N×C×h/2×w/2.</summary>
    public string MaxPool(string input)
    {
        var pooled = Node(input + ".pooled", "MaxPool", [input],
            Ints("kernel_shape", 3, 3), Ints("strides", 2, 2), Ints("pads", 1, 1, 1, 1));
        return InEightBitsAs(input, pooled);
    }

    /// <summary>The mean of each channel: N×C×h×w → N×C.</summary>
    public string Mean(string input) => Flatten(Node(input + ".mean", "GlobalAveragePool", [input]));

    /// <summary>A vector as planes of one place: N×C → N×C×1×1.</summary>
    public string Pixel(string vector) =>
        Node(vector + ".pixel", "Unsqueeze", [vector, Constant(vector + ".axes", ElementType.Int64, [2], [2L, 3L])]);

    public string Tanh(string input) => Node(input + ".tanh", "Tanh", [input]);

    public string Sigmoid(string input) => Node(input + ".sigmoid", "Sigmoid", [input]);

    public string Softmax(string input, long axis) => Node(input + ".softmax", "Softmax", [input], Int("axis", axis));

    /// <summary>Channels of two feature maps of the same size, one after the other.</summary>
    public string Concat(string output, string first, string second) =>
        Activation(Node(output, "Concat", [first, second], Int("axis", 1)));

    /// <summary>A weighted sum of the channels at every place: N×C×h×w → N×outputs×h×w.</summary>
    public string Mix(string input, float[] weights, long outputs)
    {
        var kernel =
            Constant(input + ".mixture", ElementType.Float, [outputs, weights.Length / outputs, 1, 1], weights);
        return Node(input + ".mixed", "Conv", [input, kernel]);
    }

    /// <summary>N×C×H×W → N×(C·H·W).</summary>
    public string Flatten(string input) => Node(input + ".flat", "Flatten", [input], Int("axis", 1));

    /// <summary>input × factor + term.</summary>
    /// <param name="input">Of any shape.</param>
    /// <param name="factor">The same everywhere.</param>
    /// <param name="term">The same everywhere.</param>
    /// <param name="name">Sets it apart from other scalings of the same input.</param>
    public string Scale(string input, float factor, float term, string name = "")
    {
        var own = input + name;
        var product =
            Node(own + ".product", "Mul", [input, Constant(own + ".factor", ElementType.Float, [], [factor])]);
        return Node(own + ".scaled", "Add", [product, Constant(own + ".term", ElementType.Float, [], [term])]);
    }

    /// <summary>input to the power of the exponent.</summary>
    public string Power(string input, float exponent) =>
        Node(input + ".power", "Pow", [input, Constant(input + ".exponent", ElementType.Float, [], [exponent])]);

    /// <summary>One value where the input is below the limit, another everywhere else; all of one shape.</summary>
    public string Below(string input, float limit, string below, string other)
    {
        var isBelow =
            Node(other + ".below", "Less", [input, Constant(other + ".limit", ElementType.Float, [], [limit])]);
        return Node(other + ".chosen", "Where", [isBelow, below, other]);
    }

    /// <summary>Doubles both sides; ONNX Runtime has a fast path for exactly these attributes.</summary>
    /// <param name="input">N×C×h×w.</param>
    /// <param name="cutTo">
    /// Planes whose sides may be one less than twice the input's: what is too many is left out. Null leaves nothing
    /// out.
    /// </param>
    public string Upsample(string input, string? cutTo = null)
    {
        var scales = Constant(input + ".scales", ElementType.Float, [4], [1f, 1f, 2f, 2f]);
        var upsampled = Node(input + ".upsampled", "Resize", [input, "", scales],
            Text("mode", "nearest"), Text("coordinate_transformation_mode", "asymmetric"),
            Text("nearest_mode", "floor"));
        var cut = cutTo is null ? upsampled : Cut(upsampled, cutTo);
        return InEightBitsAs(input, cut);
    }

    /// <summary>
    /// Puts the vector, N×C, before the channels of the planes, N×D×h×w, at every place: N×(C+D)×h×w.
    /// </summary>
    public string PrependEverywhere(string vector, string planes)
    {
        var pixel = Pixel(vector);
        var sides = Node(planes + ".sides", "Shape", [planes], Int("start", 2));
        var ones = Constant(planes + ".ones", ElementType.Int64, [2], [1L, 1L]);
        var target = Node(planes + ".target", "Concat", [ones, sides], Int("axis", 0));
        var everywhere = Node(vector + ".everywhere", "Expand", [pixel, target]);
        return Activation(Node(vector + ".fused", "Concat", [everywhere, planes], Int("axis", 1)));
    }

    /// <param name="path">Of the .onnx file.</param>
    /// <param name="inHalf">Whether it computes in half precision; for a graph without 8 bits.</param>
    public void Save(string path, bool inHalf = false)
    {
        using var file = File.Create(path);
        Serializer.Serialize(file, new ModelProto
        {
            IrVersion = IrVersion,
            ProducerName = "Colorist",
            Graph = inHalf ? HalfPrecision.Of(graph) : graph,
            OpsetImport = [new() { Version = OperatorSet }],
        });
    }

    private string Cut(string planes, string like)
    {
        var sides = Node(planes + ".sides", "Shape", [like], Int("start", 2));
        var starts = Constant(planes + ".starts", ElementType.Int64, [2], [0L, 0L]);
        var axes = Constant(planes + ".axes", ElementType.Int64, [2], [2L, 3L]);
        return Node(planes + ".cut", "Slice", [planes, starts, sides, axes]);
    }

    private string Activation(string tensor)
    {
        activations.Add(tensor);
        return eightBits?.Step(tensor) is { } step ? InEightBits(tensor, step) : tensor;
    }

    /// <summary>What was only moved about stays in the steps that it was in.</summary>
    private string InEightBitsAs(string input, string moved) =>
        steps.TryGetValue(input, out var step) ? InEightBits(moved, step) : moved;

    private bool GivesEightBits(LayerPlan layer) =>
        eightBits!.Step(layer.Name + Rectified) is not null
            || (IsSigned(layer.Name) && eightBits.Step(layer.Name) is not null);

    /// <summary>
    /// Rounds a tensor to 256 steps; ONNX Runtime joins this and the layers around it into 8-bit ones.
    /// </summary>
    private string InEightBits(string tensor, float step)
    {
        var scale = Constant(tensor + ".step", ElementType.Float, [], [step]);
        var zero = Constant(tensor + ".zero", ElementType.UInt8, [], [IsSigned(tensor) ? (byte)128 : (byte)0]);
        var rounded = Node(tensor + ".rounded", "QuantizeLinear", [tensor, scale, zero]);
        var restored = Node(tensor + ".restored", "DequantizeLinear", [rounded, scale, zero]);
        steps.Add(restored, step);
        return restored;
    }

    private (string Weight, string Bias) EightBitWeights(EightBits.Layer layer) =>
        (Restored(layer.Weight, layer.WeightSteps, ElementType.Int8, new sbyte[layer.WeightSteps.Length]),
            Restored(layer.Bias, layer.BiasSteps, ElementType.Int32, new int[layer.BiasSteps.Length]));

    private string Restored<T>(TensorProto stored, float[] stepsPerOutput, ElementType type, T[] zeros)
        where T : unmanaged
    {
        graph.Initializer.Add(stored);
        var scale = Constant(stored.Name + ".steps", ElementType.Float, [stepsPerOutput.Length], stepsPerOutput);
        var zero = Constant(stored.Name + ".zeros", type, [zeros.Length], zeros);
        return Node(stored.Name + ".restored", "DequantizeLinear", [stored.Name, scale, zero], Int("axis", 0));
    }

    private string Weight(LayerPlan layer)
    {
        var stored = weights[layer.Name + ".weight"];
        graph.Initializer.Add(stored);
        return stored.DataType == ElementType.Float
            ? stored.Name
            // folded when the model loads
            : Node(stored.Name + ".float", "Cast", [stored.Name], Int("to", (long)ElementType.Float));
    }

    private string Bias(LayerPlan layer)
    {
        var stored = weights[layer.Name + ".bias"];
        graph.Initializer.Add(stored);
        return stored.Name;
    }

    private string Constant<T>(string constant, ElementType type, long[] shape, T[] values) where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes<T>(values).ToArray();
        graph.Initializer.Add(new() { Name = constant, DataType = type, Dims = shape, RawData = bytes });
        return constant;
    }

    private string Node(string output, string operation, string[] inputs, params AttributeProto[] attributes)
    {
        graph.Node.Add(
            new() { Name = output, OpType = operation, Input = inputs, Output = [output], Attribute = attributes });
        return output;
    }

    private static AttributeProto Int(string name, long value) =>
        new() { Name = name, Type = AttributeType.Int, I = value };

    private static AttributeProto Ints(string name, params long[] values) =>
        new() { Name = name, Type = AttributeType.Ints, Ints = values };

    private static AttributeProto Text(string name, string value) =>
        new() { Name = name, Type = AttributeType.String, S = Encoding.UTF8.GetBytes(value) };

    /// <param name="name">Of an input or output of the graph.</param>
    /// <param name="shape">A number is fixed, a name stands for any number.</param>
    private static ValueInfoProto Value(string name, object[] shape)
    {
        var dimensions = new TensorShapeProto();
        foreach (var side in shape)
            dimensions.Dimension.Add(side is string any ? new() { Parameter = any } : new() { Value = (int)side });
        return new()
        {
            Name = name,
            Type = new()
            {
                TensorType = new()
                {
                    ElementType = ElementType.Float,
                    Shape = dimensions
                }
            }
        };
    }
}
