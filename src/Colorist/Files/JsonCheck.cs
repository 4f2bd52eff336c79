using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Colorist;

/// <summary>Looks through JSON before it is read, so that what is wrong is said with its key and line.</summary>
internal sealed class JsonCheck
{
    private readonly byte[] text;
    private readonly JsonSerializerOptions options;
    private readonly StringComparison names;

    private JsonCheck(byte[] text, JsonSerializerOptions options)
    {
        (this.text, this.options) = (text, options);
        names = options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    }

    /// <exception cref="JsonFault">
    /// A key is unknown, twice there or lacking, or a value is not of its key's kind.
    /// </exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static void Check(byte[] text, Type type, JsonSerializerOptions options)
    {
        var check = new JsonCheck(text, options);
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = options.ReadCommentHandling });
        reader.Read();
        check.Value(ref reader, options.GetTypeInfo(type), mayBeNull: false, "");
    }

    private void Value(ref Utf8JsonReader reader, JsonTypeInfo type, bool mayBeNull, string key)
    {
        if (mayBeNull && reader.TokenType == JsonTokenType.Null) return;
        var discriminator = type.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        if (discriminator is not null) type = Derived(reader, type, discriminator, key);
        if (type.Kind == JsonTypeInfoKind.Object) Object(ref reader, type, discriminator, key);
        else if (type.Kind == JsonTypeInfoKind.Dictionary) Entries(ref reader, type, key);
        else if (type.Kind == JsonTypeInfoKind.Enumerable) Items(ref reader, type, key);
        else Plain(ref reader, Nullable.GetUnderlyingType(type.Type) ?? type.Type, key);
    }

    /// <summary>The kind of object that a key within it names.</summary>
    private JsonTypeInfo Derived(Utf8JsonReader reader, JsonTypeInfo type, string discriminator, string key)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(reader, key, "an object { }");
        var line = Line(reader);
        var kinds = type.PolymorphismOptions!.DerivedTypes;
        using var value = JsonDocument.ParseValue(ref reader);
        if (!value.RootElement.TryGetProperty(discriminator, out var name))
            throw new JsonFault($"the key {Join(key, discriminator)}", $"none in the object of line {line}");
        var kind = kinds.FirstOrDefault(
            kind => name.ValueKind == JsonValueKind.String && name.ValueEquals($"{kind.TypeDiscriminator}"));
        return kind.DerivedType is { } derived
            ? options.GetTypeInfo(derived)
            : throw new JsonFault(
                $"{Join(key, discriminator)} of {string.Join(" or ", kinds.Select(one => one.TypeDiscriminator))}",
                $"{name} in the object of line {line}");
    }

    private void Object(ref Utf8JsonReader reader, JsonTypeInfo type, string? discriminator, string key)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(reader, key, "an object { }");
        var start = reader;
        var lacking = type.Properties.Where(IsNeeded).ToList();
        List<JsonPropertyInfo> seen = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = reader;
            var name = reader.GetString()!;
            reader.Read();
            if (name == discriminator) continue; // Derived has looked at it
            var known = type.Properties.FirstOrDefault(property => property.Name.Equals(name, names))
                ?? throw Unknown(at, Join(key, name), name, type.Properties.Select(property => property.Name));
            if (seen.Contains(known) && !options.AllowDuplicateProperties)
                throw new JsonFault($"the key {Join(key, name)} once", $"it again in line {Line(at)}");
            seen.Add(known);
            lacking.Remove(known);
            Value(ref reader, options.GetTypeInfo(known.PropertyType), MayBeNull(known), Join(key, name));
        }
        if (lacking.Count > 0)
            throw new JsonFault($"the key {Join(key, lacking[0].Name)}", $"none in the object of line {Line(start)}");
    }

    private void Entries(ref Utf8JsonReader reader, JsonTypeInfo type, string key)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(reader, key, "an object { }");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            Value(ref reader, options.GetTypeInfo(type.ElementType!), mayBeNull: false, Join(key, name));
        }
    }

    private void Items(ref Utf8JsonReader reader, JsonTypeInfo type, string key)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw Wrong(reader, key, "a list [ ]");
        var item = options.GetTypeInfo(type.ElementType!);
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            Value(ref reader, item, mayBeNull: false, Join(key, $"{index}"));
    }

    private void Plain(ref Utf8JsonReader reader, Type type, string key)
    {
        var token = reader.TokenType;
        var (fits, expected) = Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum =>
                (token == JsonTokenType.String && IsName(reader.GetString()!, type), string.Join(" or ", Names(type))),
            TypeCode.String => (token == JsonTokenType.String, "a text"),
            TypeCode.Boolean => (token is JsonTokenType.True or JsonTokenType.False, "true or false"),
            TypeCode.Int32 => (token == JsonTokenType.Number && reader.TryGetInt32(out _), "a whole number"),
            TypeCode.Int64 => (token == JsonTokenType.Number && reader.TryGetInt64(out _), "a whole number"),
            TypeCode.Single or TypeCode.Double =>
                (token == JsonTokenType.Number || IsNamedNumber(reader), "a number such as 0.2"),
            _ => (true, ""), // a type with a reader of its own
        };
        if (!fits) throw Wrong(reader, key, expected);
        reader.Skip();
    }

    private bool IsNamedNumber(Utf8JsonReader reader) =>
        options.NumberHandling.HasFlag(JsonNumberHandling.AllowNamedFloatingPointLiterals)
            && reader.TokenType == JsonTokenType.String;

    private bool MayBeNull(JsonPropertyInfo property) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is not null
        : !options.RespectNullableAnnotations || property.IsSetNullable;

    private bool IsNeeded(JsonPropertyInfo property) => property.IsRequired
        || (options.RespectRequiredConstructorParameters
            && property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false });

    private static bool IsName(string text, Type type) => Names(type).Contains(text, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Names(Type type) =>
        Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static string Join(string key, string name) => key.Length == 0 ? name : $"{key}.{name}";

    private JsonFault Unknown(Utf8JsonReader reader, string key, string name, IEnumerable<string> known)
    {
        var nearest = known.MinBy(other => Spelling.Distance(name, other))!;
        var expected = Spelling.Distance(name, nearest) <= 3
            ? $"a known key such as {nearest}"
            : $"a known key, one of {string.Join(", ", known)}";
        return new JsonFault(expected, $"{key} in line {Line(reader)}");
    }

    private JsonFault Wrong(Utf8JsonReader reader, string key, string expected)
    {
        var found = reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object { }",
            JsonTokenType.StartArray => "a list [ ]",
            _ => Encoding.UTF8.GetString(reader.ValueSpan),
        };
        return new JsonFault(key.Length == 0 ? null : $"{key} of {expected}", $"{found} in line {Line(reader)}");
    }

    private int Line(Utf8JsonReader reader) => 1 + text.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
}
