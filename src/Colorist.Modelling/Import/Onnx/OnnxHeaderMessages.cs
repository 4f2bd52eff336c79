using ProtoBuf;

#pragma warning disable PBN0022 // a repeated field has no default value that could go missing

// The part of the public onnx.proto that says what a graph of another project is, without its weights.
namespace Colorist.Modelling;

[ProtoContract]
internal sealed class HeaderProto
{
    [ProtoMember(7)] public HeaderGraphProto Graph { get; init; } = new();
    [ProtoMember(25)] public List<HeaderFunctionProto> Functions { get; } = [];
}

[ProtoContract]
internal sealed class HeaderGraphProto
{
    [ProtoMember(1)] public List<HeaderNodeProto> Node { get; } = [];
    [ProtoMember(5)] public List<HeaderTensorProto> Initializer { get; } = [];
    [ProtoMember(11)] public List<ValueInfoProto> Input { get; } = [];
    [ProtoMember(12)] public List<ValueInfoProto> Output { get; } = [];
    [ProtoMember(15)] public List<HeaderSparseProto> SparseInitializer { get; } = [];
}

[ProtoContract]
internal sealed class HeaderFunctionProto
{
    [ProtoMember(1)] public string Name { get; init; } = "";
    [ProtoMember(7)] public List<HeaderNodeProto> Node { get; } = [];
    [ProtoMember(10)] public string Domain { get; init; } = "";
}

[ProtoContract]
internal sealed class HeaderNodeProto
{
    [ProtoMember(4)] public string OpType { get; init; } = "";
    [ProtoMember(5)] public List<HeaderAttributeProto> Attribute { get; } = [];
    [ProtoMember(7)] public string Domain { get; init; } = "";
}

[ProtoContract]
internal sealed class HeaderAttributeProto
{
    [ProtoMember(5)] public HeaderTensorProto? Tensor { get; init; }
    [ProtoMember(6)] public HeaderGraphProto? Graph { get; init; }
    [ProtoMember(10)] public List<HeaderTensorProto> Tensors { get; } = [];
    [ProtoMember(11)] public List<HeaderGraphProto> Graphs { get; } = [];
    [ProtoMember(22)] public HeaderSparseProto? Sparse { get; init; }
    [ProtoMember(23)] public List<HeaderSparseProto> Sparses { get; } = [];
}

[ProtoContract]
internal sealed class HeaderSparseProto
{
    [ProtoMember(1)] public HeaderTensorProto? Values { get; init; }
    [ProtoMember(2)] public HeaderTensorProto? Indices { get; init; }
}

[ProtoContract]
internal sealed class HeaderTensorProto
{
    [ProtoMember(8)] public string Name { get; init; } = "";
    [ProtoMember(13)] public List<StringStringEntryProto> ExternalData { get; } = [];
}
