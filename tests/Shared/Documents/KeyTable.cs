using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Colorist.Tests;

/// <summary>The keys of a record that is kept as JSON: what each holds, its default, what it is.</summary>
internal static class KeyTable
{
    private static readonly Dictionary<Type, string> Kinds = new()
    {
        [typeof(string)] = "text",
        [typeof(bool)] = "true or false",
        [typeof(int)] = "whole number",
        [typeof(long)] = "whole number",
        [typeof(float)] = "number",
        [typeof(double)] = "number",
        [typeof(DateTimeOffset)] = "date and time",
        [typeof(JsonElement)] = "JSON",
    };

    /// <param name="type">The record.</param>
    /// <param name="usual">One with the defaults; null if none of its keys may be left out.</param>
    /// <param name="docs">Its summaries.</param>
    public static IEnumerable<string> Lines(Type type, object? usual, XmlDocs docs) =>
    [
        "| key | value | by default | what |",
        "|---|---|---|---|",
        .. type.GetProperties()
            .Where(property => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .Select(property => Row(property, usual, docs.Summary(property))),
    ];

    /// <summary>A record with nothing but its defaults.</summary>
    public static object Usual(Type type) => Activator.CreateInstance(type)!;

    private static string Row(PropertyInfo property, object? usual, string what) =>
        $"| `{Key(property.Name)}` | {Kind(property.PropertyType)} | {Default(property, usual)} | {what} |";

    private static string Key(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Kind(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Kinds.TryGetValue(type, out var kind)) return kind;
        if (type.IsEnum) return string.Join(" or ", Enum.GetNames(type).Select(name => $"`{Key(name)}`"));
        if (!type.IsAssignableTo(typeof(IEnumerable))) return "keys of its own";
        return type.GenericTypeArguments is [var item] ? $"list, each {Kind(item)}" : "numbers by name";
    }

    private static string Default(PropertyInfo property, object? usual)
    {
        if (usual is null || IsRequired(property)) return "**needed**";
        return property.GetValue(usual) switch
        {
            null => "none",
            string { Length: 0 } => "none",
            string text => $"`{text}`",
            bool truth => truth ? "true" : "false",
            Enum value => $"`{Key($"{value}")}`",
            ICollection { Count: 0 } => "empty",
            IConvertible number => FormattableString.Invariant($"{number:0.######}"),
            _ => "see below",
        };
    }

    // By name: a package of the training brings an attribute of its own with the same one.
    private static bool IsRequired(PropertyInfo property) =>
        property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");
}
