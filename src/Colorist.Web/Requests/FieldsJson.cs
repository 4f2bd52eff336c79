using System.Globalization;
using System.Text.Json;

namespace Colorist.Web;

/// <summary>
/// Options as JSON, for a job's order: by name, as numbers, true or false, texts, names of pictures, lists of these.
/// </summary>
internal static class FieldsJson
{
    public static Dictionary<string, JsonElement> ToJson(FormFields fields) =>
        ApiOptions.Of(fields.Subject).Where(option => fields.Many(option).Count > 0).ToDictionary(
            option => option.Name,
            option => JsonSerializer.SerializeToElement(option.IsMany
                ? fields.Many(option).Select(value => ToJson(option, value))
                : ToJson(option, fields.One(option)!)));

    /// <summary>Reads what <see cref="ToJson(FormFields)"/> wrote.</summary>
    /// <param name="options">Values by name.</param>
    /// <param name="subject">What they are for.</param>
    /// <param name="folder">In which the pictures lie.</param>
    /// <exception cref="Refusal">An option is not known here, or a value is none for it.</exception>
    public static FormFields Read(
        IReadOnlyDictionary<string, JsonElement> options, ApiSubject subject, string folder)
    {
        var fields = new FormFields(subject);
        foreach (var (name, value) in options)
        {
            var option = fields.Known(name);
            var isList = option.IsMany && value.ValueKind == JsonValueKind.Array;
            foreach (var one in isList ? value.EnumerateArray().AsEnumerable() : [value])
                fields.Add(option, Read(option, one, folder));
        }

        return fields;
    }

    private static object ToJson(ApiOption option, string value) => option.Kind switch
    {
        ApiOptionKind.Number => float.Parse(value, CultureInfo.InvariantCulture),
        ApiOptionKind.Boolean => value == "true",
        ApiOptionKind.Picture => Path.GetFileName(value),
        _ => value,
    };

    private static string Read(ApiOption option, JsonElement value, string folder)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => value.GetRawText(),
        };
        return option.Kind == ApiOptionKind.Picture ? Path.Combine(folder, Path.GetFileName(text)) : text;
    }
}
