using System.Runtime.InteropServices;
using System.Text;

namespace Colorist.Tests;

/// <summary>
/// Writes small ONNX files byte by byte, bad ones too; field numbers are those of the public onnx.proto.
/// </summary>
internal sealed class OnnxFile
{
    private const int Float = 1;

    private readonly List<byte[]> graph = [];
    private readonly List<byte[]> model = [Number(1, 8), Message(8, Number(2, 17))];

    /// <summary>An input, N×C×H×W; a side of 0 may be any.</summary>
    public OnnxFile Input(string name, params long[] sides) => Add(Value(11, name, sides, Float));

    /// <summary>An output.</summary>
    public OnnxFile Output(string name, params long[] sides) => Add(Value(12, name, sides, Float));

    /// <summary>An input of another type.</summary>
    public OnnxFile InputOfType(int type, string name, params long[] sides) => Add(Value(11, name, sides, type));

    /// <summary>A node with one output.</summary>
    public OnnxFile Node(string operation, string[] inputs, string output, string domain = "",
        params byte[][] attributes) => Add(Message(1,
    [
        .. inputs.Select(input => Text(1, input)), Text(2, output), Text(4, operation), Text(7, domain),
        .. attributes.Select(attribute => Message(5, attribute)),
    ]));

    /// <summary>Weights in the file.</summary>
    public OnnxFile Weights(string name, long[] sides, params float[] values) => Add(Message(5,
        [.. sides.Select(side => Number(1, side)), Number(2, Float), Text(8, name),
            Field(9, MemoryMarshal.AsBytes<float>(values).ToArray())]));

    /// <summary>Weights in another file.</summary>
    public OnnxFile WeightsIn(string file, string name, params long[] sides) => Add(Message(5,
    [
        .. sides.Select(side => Number(1, side)), Number(2, Float), Text(8, name),
        Message(13, Text(1, "location"), Text(2, file)), Number(14, 1),
    ]));

    /// <summary>A convolution of 1×1: at each place, outputs = matrix × inputs + terms.</summary>
    public OnnxFile Mixture(string input, string output, float[][] matrix, float[] terms) => this
        .Weights(output + ".w", [matrix.Length, matrix[0].Length, 1, 1], [.. matrix.SelectMany(row => row)])
        .Weights(output + ".b", [terms.Length], terms)
        .Node("Conv", [input, output + ".w", output + ".b"], output);

    /// <summary>Operators of a domain may be used.</summary>
    public OnnxFile Domain(string domain)
    {
        model.Add(Message(8, Text(1, domain), Number(2, 1)));
        return this;
    }

    public string Save(string path)
    {
        File.WriteAllBytes(path, Bytes);
        return path;
    }

    public byte[] Bytes => [.. model.Append(Message(7, [.. graph, Text(2, "graph")])).SelectMany(bytes => bytes)];

    /// <summary>An attribute that holds a graph of one node, and so on, as deep as asked.</summary>
    public static byte[] Nested(int depth)
    {
        byte[] attribute = [];
        for (var i = 0; i < depth; i++)
            attribute = [.. Text(1, "body"),
                .. Message(6, Message(1, Text(2, "x"), Text(4, "Loop"), Message(5, attribute)))];
        return attribute;
    }

    private OnnxFile Add(byte[] field)
    {
        graph.Add(field);
        return this;
    }

    private static byte[] Value(int field, string name, long[] sides, int type)
    {
        var shape = Message(2, [.. sides.Select(side => Message(1, side == 0 ? Text(2, "any") : Number(1, side)))]);
        return Message(field, Text(1, name), Message(2, Message(1, Number(1, type), shape)));
    }

    private static byte[] Message(int field, params byte[][] parts) =>
        Field(field, [.. parts.SelectMany(part => part)]);

    private static byte[] Text(int field, string text) => Field(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int field, byte[] content) =>
        [.. Varint(field << 3 | 2), .. Varint(content.Length), .. content];

    private static byte[] Number(int field, long value) => [.. Varint(field << 3), .. Varint(value)];

    private static IEnumerable<byte> Varint(long value)
    {
        for (; value > 127; value >>= 7) yield return (byte)(value & 127 | 128);
        yield return (byte)value;
    }
}
