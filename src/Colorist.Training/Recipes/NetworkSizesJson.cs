using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Colorist.Training;

/// <summary>
/// The sizes of a network in a recipe: <c>family</c> says of which, iizuka when it is absent, as in the recipes of
/// before there were others.
/// </summary>
internal sealed class NetworkSizesJson : JsonConverter<INetworkSizes>
{
    /// <summary>The key that says of which family the sizes are.</summary>
    public const string Family = "family";

    /// <summary>The family where none is named.</summary>
    public const string UsualFamily = "iizuka";

    /// <summary>The record that holds a family's sizes; null for an unknown family.</summary>
    public static Type? TypeFor(string family) => family switch
    {
        UsualFamily => typeof(NetworkSizes),
        "resnet18" => typeof(ResNetSizes),
        _ => null,
    };

    public override INetworkSizes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonNode.Parse(ref reader) is not JsonObject sizes) throw new JsonException("network: expected its sizes");
        var family = sizes.Remove(Family, out var named) ? $"{named}" : UsualFamily;
        var type = TypeFor(family) ?? throw new JsonException($"network.family: expected a known one, found {family}");
        return (INetworkSizes)sizes.Deserialize(type, options)!;
    }

    public override void Write(Utf8JsonWriter writer, INetworkSizes value, JsonSerializerOptions options)
    {
        var sizes = JsonSerializer.SerializeToNode(value, value.GetType(), options)!.AsObject();
        sizes.Insert(0, Family, value.Family);
        sizes.WriteTo(writer, options);
    }
}
