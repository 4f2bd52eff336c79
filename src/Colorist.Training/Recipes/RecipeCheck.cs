using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Colorist.Training;

/// <summary>Looks through a recipe's text before it is read, so that what is wrong is said with its key and line.</summary>
internal sealed class RecipeCheck
{
    private readonly string path;
    private readonly byte[] text;
    private readonly JsonSerializerOptions options;

    private RecipeCheck(string path, string json, JsonSerializerOptions options) => (this.path, text, this.options) = (path, Encoding.UTF8.GetBytes(json), options);

    /// <exception cref="RecipeException">It is no JSON, a key is unknown or lacking, or a value is not of its key's kind.</exception>
    public static void Check(string path, string json, JsonSerializerOptions options)
    {
        var check = new RecipeCheck(path, json, options);
        try
        {
            var reader = new Utf8JsonReader(check.text, new JsonReaderOptions { CommentHandling = options.ReadCommentHandling });
            reader.Read();
            check.Value(ref reader, options.GetTypeInfo(typeof(Recipe)), "");
        }
        catch (JsonException exception)
        {
            throw new RecipeException(path, "a recipe (JSON)", $"no JSON in line {exception.LineNumber + 1}", exception);
        }
    }

    private void Value(ref Utf8JsonReader reader, JsonTypeInfo type, string key)
    {
        if (reader.TokenType == JsonTokenType.Null && (!type.Type.IsValueType || Nullable.GetUnderlyingType(type.Type) is not null)) return;
        if (type.Type == typeof(INetworkSizes)) type = options.GetTypeInfo(SizesType(reader, key));
        if (type.Kind == JsonTypeInfoKind.Object) Object(ref reader, type, key);
        else if (type.Kind == JsonTypeInfoKind.Enumerable) Items(ref reader, type, key);
        else Plain(ref reader, Nullable.GetUnderlyingType(type.Type) ?? type.Type, key);
    }

    /// <summary>The record that the network's family asks for, found ahead of its other keys.</summary>
    private Type SizesType(Utf8JsonReader reader, string key)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(reader, key, "an object { }");
        var line = Line(reader);
        using var sizes = JsonDocument.ParseValue(ref reader);
        var family = sizes.RootElement.TryGetProperty(NetworkSizesJson.Family, out var named) ? $"{named}" : NetworkSizesJson.UsualFamily;
        return NetworkSizesJson.TypeFor(family)
            ?? throw new RecipeException(path, $"{Join(key, NetworkSizesJson.Family)} of iizuka or resnet18", $"{family} in the object of line {line}");
    }

    private void Object(ref Utf8JsonReader reader, JsonTypeInfo type, string key)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(reader, key, "an object { }");
        var start = reader;
        var lacking = type.Properties.Where(property => property.IsRequired).Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (name == NetworkSizesJson.Family && type.Type.IsAssignableTo(typeof(INetworkSizes)))
            {
                reader.Read(); // SizesType has looked at it
                continue;
            }
            var known = type.Properties.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw Unknown(reader, Join(key, name), name, type.Properties.Select(property => property.Name));
            lacking.Remove(name);
            reader.Read();
            Value(ref reader, options.GetTypeInfo(known.PropertyType), Join(key, name));
        }
        if (lacking.Count > 0) throw new RecipeException(path, $"the key {Join(key, lacking.First())}", $"none in the object of line {Line(start)}");
    }

    private void Items(ref Utf8JsonReader reader, JsonTypeInfo type, string key)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw Wrong(reader, key, "a list [ ]");
        var item = options.GetTypeInfo(type.ElementType!);
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++) Value(ref reader, item, Join(key, $"{index}"));
    }

    private void Plain(ref Utf8JsonReader reader, Type type, string key)
    {
        var (fits, expected) = type switch
        {
            _ when type.IsEnum => (reader.TokenType == JsonTokenType.String && Names(type).Contains(reader.GetString()!, StringComparer.OrdinalIgnoreCase), string.Join(" or ", Names(type))),
            _ when type == typeof(string) => (reader.TokenType == JsonTokenType.String, "a text"),
            _ when type == typeof(bool) => (reader.TokenType is JsonTokenType.True or JsonTokenType.False, "true or false"),
            _ when type == typeof(int) => (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out _), "a whole number"),
            _ when type == typeof(long) => (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _), "a whole number"),
            _ => (reader.TokenType == JsonTokenType.Number, "a number such as 0.2"),
        };
        if (!fits) throw Wrong(reader, key, expected);
    }

    private static IEnumerable<string> Names(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static string Join(string key, string name) => key.Length == 0 ? name : $"{key}.{name}";

    private RecipeException Unknown(Utf8JsonReader reader, string key, string name, IEnumerable<string> known)
    {
        var nearest = known.MinBy(other => Distance(name, other))!;
        var expected = Distance(name, nearest) <= 3 ? $"a known key such as {nearest}" : $"a known key, one of {string.Join(", ", known)}";
        return new RecipeException(path, expected, $"{key} in line {Line(reader)}");
    }

    private RecipeException Wrong(Utf8JsonReader reader, string key, string expected)
    {
        var found = reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object { }",
            JsonTokenType.StartArray => "a list [ ]",
            _ => Encoding.UTF8.GetString(reader.ValueSpan),
        };
        return new RecipeException(path, key.Length == 0 ? expected : $"{key} of {expected}", $"{found} in line {Line(reader)}");
    }

    private int Line(Utf8JsonReader reader) => 1 + text.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');

    /// <summary>The number of letters to put in, take out or replace (Levenshtein 1966), upper and lower case alike.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i + 1);
            for (var j = 0; j < to.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(from[i]) == char.ToLowerInvariant(to[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = left = Math.Min(change, Math.Min(left, diagonal) + 1);
            }
        }
        return row[^1];
    }
}
