using System.Text.Json;

namespace Colorist;

/// <summary>A palette in a JSON file of its own.</summary>
internal static class PaletteFile
{
    private const int CurrentFormatVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static Palette Read(string path)
    {
        var content = JsonText.ReadFile<Content>(
            path, "a palette", Options, (expected, found, cause) => new PhotoException(path, expected, found, cause));
        return content.FormatVersion == CurrentFormatVersion
            ? content.Palette
            : throw new PhotoException(path, $"format version {CurrentFormatVersion}", $"{content.FormatVersion}");
    }

    public static void Write(string path, Palette palette, bool overwrite) =>
        PictureFile.Write(path, overwrite, beside => File.WriteAllText(beside, ToJson(palette) + "\n"));

    public static string ToJson(Palette palette) =>
        JsonSerializer.Serialize(new Content(CurrentFormatVersion, palette), Options);

    private sealed record Content(int FormatVersion, Palette Palette);
}
