using System.Text.Json;
using System.Text.Json.Nodes;

namespace Colorist.Training;

/// <summary>One value of a recipe given on the command line: <c>optimizer.learningRate=0.001</c>.</summary>
internal sealed record RecipeOverride(string[] Path, JsonNode? Value)
{
    public static RecipeOverride Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1) throw new RecipeException($"expected an override such as optimizer.learningRate=0.001, found \"{text}\"");
        return new RecipeOverride(text[..equals].Split('.'), ParseValue(text[(equals + 1)..]));
    }

    public void ApplyTo(JsonNode recipe)
    {
        var node = recipe;
        foreach (var key in Path[..^1])
            node = Child(node, key) ?? throw new RecipeException($"expected a key of the recipe, found \"{string.Join('.', Path)}\"");
        if (node is JsonArray array) array[int.Parse(Path[^1], System.Globalization.CultureInfo.InvariantCulture)] = Value;
        else node[Path[^1]] = Value;
    }

    private static JsonNode? Child(JsonNode node, string key) =>
        node is JsonArray array ? int.TryParse(key, out var index) && index < array.Count ? array[index] : null : node[key];

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
