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
        if (!File.Exists(path)) throw new PhotoException(path, "a palette", "no file");
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path), Options) ?? throw new JsonException("null");
            return content.FormatVersion == CurrentFormatVersion
                ? content.Palette
                : throw new PhotoException(path, $"format version {CurrentFormatVersion}", $"{content.FormatVersion}");
        }
        catch (Exception e) when (e is JsonException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new PhotoException(path, "a palette", "something else", e);
        }
    }

    public static void Write(string path, Palette palette, bool overwrite)
    {
        var text = JsonSerializer.Serialize(new Content(CurrentFormatVersion, palette), Options) + "\n";
        PictureFile.Write(path, overwrite, beside => File.WriteAllText(beside, text));
    }

    private sealed record Content(int FormatVersion, Palette Palette);
}
