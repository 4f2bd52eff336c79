using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Colorist.Training;

/// <summary>One value of a recipe given on the command line: <c>optimizer.learningRate=0.001</c>.</summary>
internal sealed record RecipeOverride(string[] Path, JsonNode? Value)
{
    public static RecipeOverride Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
            throw new RecipeException("--set", "a change such as optimizer.learningRate=0.001", $"\"{text}\"");
        return new RecipeOverride(text[..equals].Split('.'), ParseValue(text[(equals + 1)..]));
    }

    public void ApplyTo(JsonNode recipe)
    {
        var node = recipe;
        foreach (var key in Path[..^1])
            node = Child(node, key) ?? throw Unknown();
        if (node is JsonArray array)
            array[int.TryParse(Path[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < array.Count ? index : throw Unknown()] = Value;
        else if (node is JsonObject) node[Path[^1]] = Value;
        else throw Unknown();
    }

    private RecipeException Unknown() => new("--set", "a key of the recipe", $"\"{string.Join('.', Path)}\"");

    /// <summary>The value that a recipe has in this place; null where it has none.</summary>
    public JsonNode? In(JsonNode recipe) =>
        Path.Aggregate((JsonNode?)recipe, (node, key) => node is null ? null : Child(node, key));

    private static JsonNode? Child(JsonNode node, string key) =>
        node switch
        {
            JsonArray array => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < array.Count ? array[index] : null,
            JsonObject found =>
                found.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value,
            _ => null,
        };

    private static JsonNode? ParseValue(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text); // a name or a path needs no quotes
        }
    }
}
