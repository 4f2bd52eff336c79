namespace Colorist.Web;

/// <summary><c>models</c>, <c>moods</c> and <c>options</c>: what there is to choose from.</summary>
internal static class ModelsResource
{
    public static IReadOnlyList<ModelView> Models(Colorizer colorizer) =>
    [
        new(colorizer.Card.Name, colorizer.Card.Description, colorizer.Card.Licence, colorizer.Card.Data,
            colorizer.Card.RenderSide, colorizer.Card.Labels, colorizer.Signature),
    ];

    public static IReadOnlyList<MoodView> Moods(Colorizer colorizer) =>
        [.. new MoodShelf(colorizer).All.Select(mood => new MoodView(mood.Name, mood.Origin))];

    public static IReadOnlyList<MoodView> Presets() =>
        [.. PresetShelf.All.Select(preset => new MoodView(preset.Name, preset.Origin))];

    public static IReadOnlyList<OptionView> Options(Colorizer colorizer) =>
        [.. ApiOptions.All.Select(option => new OptionView(
        option.Name,
        option.Kind.ToString().ToLowerInvariant(),
        option.Description,
        option.Kind == ApiOptionKind.Number ? option.Min : null,
        option.Kind == ApiOptionKind.Number ? option.Max : null,
        option.Usual,
        option.Choices.Count == 0 ? null : option.Choices,
        option.IsMany,
        option.IsDial
            && (colorizer.Card.PaletteLength > 0
                || (option != ApiOptions.Liveliness && option != ApiOptions.Caution))))];

    /// <summary>A model.</summary>
    internal sealed record ModelView(
        string Name, string Description, string Licence, string Data, int RenderSide, IReadOnlyList<string> Labels,
        string Signature);

    /// <summary>A mood or preset.</summary>
    internal sealed record MoodView(string Name, string Origin);

    /// <summary>An option.</summary>
    internal sealed record OptionView(
        string Name, string Kind, string Description, double? Min, double? Max, double? Usual,
        IReadOnlyList<string>? Choices, bool IsMany, bool IsDial);
}
