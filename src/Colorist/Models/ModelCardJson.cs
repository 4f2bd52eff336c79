using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Colorist;

/// <summary>Reads, checks and writes <c>card.json</c>.</summary>
internal static partial class ModelCardJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, // a score may be infinite
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // people read cards, browsers do not
    };

    private static readonly JsonDocumentOptions NoDoubles = new() { AllowDuplicateProperties = false };

    private const string Card = "a model card";

    public static ModelCard Read(string path)
    {
        var card = Read(path, Card, json =>
        {
            CheckVersion(path, json);
            return JsonNode.Parse(json, documentOptions: NoDoubles)!.AsObject().WithShape().Deserialize<ModelCard>(Options)!;
        });
        Check(path, card);
        return card;
    }

    /// <summary>Reads another file in a card's way: the same names of keys, and none that are not known.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="ModelException">There is no such file, or it is something else.</exception>
    public static T ReadAs<T>(string path, string what) where T : class =>
        Read(path, what, json => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null"));

    private static T Read<T>(string path, string what, Func<byte[], T> read)
    {
        if (!File.Exists(path)) throw new ModelException(path, what, "no file");
        try
        {
            return read(File.ReadAllBytes(path));
        }
        catch (JsonException e)
        {
            throw new ModelException(path, what, Found(e), e);
        }
        catch (InvalidOperationException e) // letters that are none, in a key or a text
        {
            throw new ModelException(path, "a model card", "text that is no UTF-8", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, what, "a file that cannot be read", e);
        }
    }

    public static void Write(ModelCard card, string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(card, Options) + "\n");

    /// <summary>The key is all that is taken of the reader's own message, which quotes it.</summary>
    private static string Found(JsonException exception) => Quoted().Match(exception.Message) is { Success: true } key
        ? $"the key {key.Groups[1].Value} lacking, unknown or of a wrong kind"
        : exception.Path is null or "$" ? $"no JSON in line {exception.LineNumber + 1}"
        : $"{exception.Path} of a wrong kind";

    [GeneratedRegex("'([A-Za-z0-9]+)'")]
    private static partial Regex Quoted();

    /// <summary>Cards that were written before there were families say the shape of the paper's network in keys of their own.</summary>
    private static JsonObject WithShape(this JsonObject card)
    {
        if (card.ContainsKey("shape")) return card;
        var shape = JsonSerializer.SerializeToNode(NetworkShape.Paper, Options)!.AsObject();
        Move("multipleOf", "divides");
        Move("reach", "margin");
        Move("hasGlobal", "takesScene");
        card.Add("shape", shape);
        return card;

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
        if (card.Foreign?.Wrong(card.Shape) is var (expectedForeign, foundForeign)) Expect(false, expectedForeign, foundForeign);
        Expect(card.PaletteLength == 0 || (card.PaletteLength > 0 && card.HasGlobal), "paletteLength 0, or above with a scene", card.PaletteLength);
        Expect(card.RenderSide >= least && card.RenderSide <= greatest, $"renderSide {least}..{greatest}", card.RenderSide);
        Expect(card.SecondLookFrom == 0 || (card.SecondLookFrom >= 2 * least && card.SecondLookFrom <= greatest), $"secondLookFrom 0 or {2 * least}..{greatest}", card.SecondLookFrom);
        Expect(goodSide, card.HasGlobal ? "globalSide above 0" : "globalSide 0", card.GlobalSide);
        Expect(goodFeatures, card.HasGlobal ? "globalFeatures above 0" : "globalFeatures 0", card.GlobalFeatures);
        var goodCurve = card.Vivid is null || (card.Vivid is [0, _, ..] curve && curve.Zip(curve.Skip(1)).All(pair => pair.Second >= pair.First));
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
