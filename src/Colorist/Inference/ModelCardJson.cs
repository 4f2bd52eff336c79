using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Colorist.Inference;

/// <summary>Reads, checks and writes <c>card.json</c>.</summary>
internal static class ModelCardJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // people read cards, browsers do not
    };

    public static ModelCard Read(string path)
    {
        if (!File.Exists(path)) throw new ModelException(path, "a model card", "no file");
        try
        {
            var json = File.ReadAllBytes(path);
            CheckVersion(path, json);
            var card = JsonSerializer.Deserialize<ModelCard>(json, Options)!;
            Check(path, card);
            return card;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, "a model card", "something else", e);
        }
    }

    public static void Write(ModelCard card, string path)
    {
        var beside = $"{path}.{Guid.NewGuid():n}";
        File.WriteAllText(beside, JsonSerializer.Serialize(card, Options) + "\n");
        File.Move(beside, path, overwrite: true);
    }

    // First of all, because a later version may well bring keys that this one does not know.
    private static void CheckVersion(string path, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var found = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("formatVersion", out var version) ? version.ToString() : "none";
        if (found != $"{ModelCard.CurrentFormatVersion}") throw new ModelException(path, $"format version {ModelCard.CurrentFormatVersion}", found);
    }

    private static void Check(string path, ModelCard card)
    {
        Expect(card.MultipleOf == 8, "multipleOf 8", card.MultipleOf);
        Expect(card.RenderSide is >= RenderSize.LeastSide and <= RenderSize.GreatestSide, $"renderSide {RenderSize.LeastSide}..{RenderSize.GreatestSide}", card.RenderSide);
        Expect(!card.HasGlobal || (card.GlobalSide >= 8 && card.GlobalSide % 8 == 0), "globalSide a positive multiple of 8", card.GlobalSide);
        Expect(card.HasGlobal == card.GlobalFeatures > 0, card.HasGlobal ? "globalFeatures above 0" : "globalFeatures 0", card.GlobalFeatures);
        var names = string.Join(", ", card.Files.Select(file => file.Name).Order(StringComparer.Ordinal));
        var expected = string.Join(", ", ModelFile.NamesOf(card.HasGlobal));
        Expect(names == expected, "files " + expected, names.Length == 0 ? "none" : names);

        void Expect(bool holds, string what, object found)
        {
            if (!holds) throw new ModelException(path, what, $"{found}");
        }
    }
}
