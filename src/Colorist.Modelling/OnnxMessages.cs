using System.Runtime.InteropServices;
using ProtoBuf;

#pragma warning disable PBN0022 // a repeated field has no default value that could go missing

// The part of the public onnx.proto that a model of this project needs; names and field numbers are the
// specification's.
namespace Colorist.Modelling;

[ProtoContract]
internal sealed class ModelProto
{
    [ProtoMember(1)] public required long IrVersion { get; init; }
    [ProtoMember(2)] public required string ProducerName { get; init; }
    [ProtoMember(7)] public required GraphProto Graph { get; init; }
    [ProtoMember(8)] public required List<OperatorSetIdProto> OpsetImport { get; init; }
}

[ProtoContract]
internal sealed class OperatorSetIdProto
{
    [ProtoMember(1)] public string Domain { get; init; } = "";
    [ProtoMember(2)] public required long Version { get; init; }
}

[ProtoContract]
internal sealed class GraphProto
{
    [ProtoMember(1)] public List<NodeProto> Node { get; } = [];
    [ProtoMember(2)] public required string Name { get; init; }
    [ProtoMember(5)] public List<TensorProto> Initializer { get; } = [];
    [ProtoMember(11)] public List<ValueInfoProto> Input { get; } = [];
    [ProtoMember(12)] public List<ValueInfoProto> Output { get; } = [];
}

[ProtoContract]
internal sealed class NodeProto
{
    [ProtoMember(1)] public required string[] Input { get; init; }
    [ProtoMember(2)] public required string[] Output { get; init; }
    [ProtoMember(3)] public required string Name { get; init; }
    [ProtoMember(4)] public required string OpType { get; init; }
    [ProtoMember(5)] public AttributeProto[] Attribute { get; init; } = [];
}

[ProtoContract]
internal sealed class AttributeProto
{
    [ProtoMember(1)] public required string Name { get; init; }
    [ProtoMember(2)] public float? F { get; init; }
    [ProtoMember(3)] public long? I { get; init; } // nullable, so that a zero is written too
    [ProtoMember(4)] public byte[]? S { get; init; }
    [ProtoMember(8)] public long[]? Ints { get; init; }
    [ProtoMember(20)] public required AttributeType Type { get; init; }
}

internal enum AttributeType
{
    Int = 2,
    String = 3,
    Ints = 7,
}

[ProtoContract]
internal sealed class TensorProto
{
    [ProtoMember(1)] public required long[] Dims { get; init; }
    [ProtoMember(2)] public required ElementType DataType { get; init; }
    [ProtoMember(4, IsPacked = true)] public float[]? FloatData { get; init; }
    [ProtoMember(8)] public required string Name { get; init; }
    [ProtoMember(9)] public byte[]? RawData { get; init; }
    [ProtoMember(13)] public List<StringStringEntryProto> ExternalData { get; } = [];
    [ProtoMember(14)] public DataLocation DataLocation { get; init; }

    /// <summary>
    /// The values of a tensor of single precision that lies in the graph itself, in either of the two ways that there
    /// are.
    /// </summary>
    public float[] Floats() => RawData is null ? FloatData ?? [] : MemoryMarshal.Cast<byte, float>(RawData).ToArray();
}

internal enum ElementType
{
    Float = 1,
    UInt8 = 2,
    Int8 = 3,
    Int32 = 6,
    Int64 = 7,
    Float16 = 10,
}

internal enum DataLocation
{
    Default = 0,
    External = 1,
}

[ProtoContract]
internal sealed class StringStringEntryProto
{
    [ProtoMember(1)] public required string Key { get; init; }
    [ProtoMember(2)] public required string Value { get; init; }
}

[ProtoContract]
internal sealed class ValueInfoProto
{
    [ProtoMember(1)] public required string Name { get; init; }
    [ProtoMember(2)] public required TypeProto Type { get; init; }
}

[ProtoContract]
internal sealed class TypeProto
{
    [ProtoMember(1)] public required TensorTypeProto TensorType { get; init; }
}

[ProtoContract]
internal sealed class TensorTypeProto
{
    [ProtoMember(1)] public required ElementType ElementType { get; init; }
    [ProtoMember(2)] public required TensorShapeProto Shape { get; init; }
}

[ProtoContract]
internal sealed class TensorShapeProto
{
    [ProtoMember(1)] public List<DimensionProto> Dimension { get; } = [];
}

[ProtoContract]
internal sealed class DimensionProto
{
    [ProtoMember(1)] public long? Value { get; init; }
    [ProtoMember(2)] public string? Parameter { get; init; }
}
