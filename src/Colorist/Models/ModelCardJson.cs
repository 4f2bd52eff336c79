using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Colorist;

/// <summary>Reads, checks and writes <c>card.json</c>.</summary>
internal static class ModelCardJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, // a score may be infinite
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // people read cards, browsers do not
    };

    private const string Card = "a model card";

    public static ModelCard Read(string path)
    {
        var card = JsonText.ReadFile<ModelCard>(path, Card, Options, Fault(path), text => WithShape(path, text));
        Check(path, card);
        return card;
    }

    /// <summary>Reads another file in a card's way: the same names of keys, and none that are not known.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="ModelException">There is no such file, or it is something else.</exception>
    public static T ReadAs<T>(string path, string what) => JsonText.ReadFile<T>(path, what, Options, Fault(path));

    public static void Write(ModelCard card, string path) =>
        AtomicFile.WriteText(path, JsonSerializer.Serialize(card, Options) + "\n");

    private static Func<string, string, Exception?, ModelException> Fault(string path) =>
        (expected, found, cause) => new(path, expected, found, cause);

    /// <summary>
    /// Cards that were written before there were families say the shape of the paper's network in keys of their own.
    /// </summary>
    private static byte[] WithShape(string path, byte[] text)
    {
        CheckVersion(path, text);
        var card = JsonNode.Parse(text)!.AsObject();
        if (card.ContainsKey("shape")) return text;
        var shape = JsonSerializer.SerializeToNode(NetworkShape.Paper, Options)!.AsObject();
        Move("multipleOf", "divides");
        Move("reach", "margin");
        Move("hasGlobal", "takesScene");
        card.Add("shape", shape);
        return Encoding.UTF8.GetBytes(card.ToJsonString(Options));

        void Move(string from, string to)
        {
            if (card.Remove(from, out var value)) shape[to] = value;
        }
    }

    // First of all, because a later version may well bring keys that this one does not know.
    private static void CheckVersion(string path, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw new ModelException(path, Card, $"a JSON {root.ValueKind}");
        var expected = $"{ModelCard.CurrentFormatVersion}";
        var found = root.TryGetProperty("formatVersion", out var version) ? $"{version}" : "none";
        if (found != expected) throw new ModelException(path, "format version " + expected, found);
    }

    private static void Check(string path, ModelCard card)
    {
        var (least, greatest) = (RenderSize.MinSide, RenderSize.MaxSide);
        var goodSide = card.HasGlobal ? card.GlobalSide > 0 : card.GlobalSide == 0;
        var goodFeatures = card.HasGlobal ? card.GlobalFeatures > 0 : card.GlobalFeatures == 0;
        if (card.Shape.Wrong() is var (expectedShape, foundShape)) Expect(false, expectedShape, foundShape);
        if (card.Foreign?.Wrong(card.Shape) is var (expectedForeign, foundForeign))
            Expect(false, expectedForeign, foundForeign);
        Expect(card.PaletteLength == 0 || (card.PaletteLength > 0 && card.HasGlobal),
            "paletteLength 0, or above with a scene", card.PaletteLength);
        Expect(card.RenderSide >= least
            && card.RenderSide <= greatest, $"renderSide {least}..{greatest}", card.RenderSide);
        Expect(card.SecondLookFrom == 0 || (card.SecondLookFrom >= 2 * least && card.SecondLookFrom <= greatest),
            $"secondLookFrom 0 or {2 * least}..{greatest}", card.SecondLookFrom);
        Expect(card.Evenness is >= 0 and <= ModelCard.MaxEvenness,
            $"evenness 0..{ModelCard.MaxEvenness}", card.Evenness);
        Expect(goodSide, card.HasGlobal ? "globalSide above 0" : "globalSide 0", card.GlobalSide);
        Expect(goodFeatures, card.HasGlobal ? "globalFeatures above 0" : "globalFeatures 0", card.GlobalFeatures);
        var goodCurve = card.Vivid is null
            || (card.Vivid is [0, _, ..] curve && curve.Zip(curve.Skip(1)).All(pair => pair.Second >= pair.First));
        Expect(goodCurve, "vivid a curve that rises from 0", string.Join(", ", card.Vivid ?? []));
        Expect(!card.VividByDefault || card.Vivid is not null, "vivid with vividByDefault", "none");
        var names = string.Join(", ", card.Files.Select(file => file.Name).Order(StringComparer.Ordinal));
        var expected = string.Join(", ", ModelFile.NamesOf(card));
        Expect(names == expected, "files " + expected, names.Length == 0 ? "none" : names);

        void Expect(bool holds, string what, object found)
        {
            if (!holds) throw new ModelException(path, what, $"{found}");
        }
    }
}
