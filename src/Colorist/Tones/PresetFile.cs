using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Colorist;

/// <summary>Presets as JSON, one a file. A key that is not known is an error.</summary>
public static class PresetFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // people read it, browsers do not
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private const string Kind = "a preset";

    /// <summary>Reads a preset.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PresetException">
    /// There is no such file, it is no preset, or a value is out of its range.
    /// </exception>
    public static Preset Read(string path) =>
        JsonText.ReadFile<Preset>(
            path, Kind, Options, (expected, found, cause) => new PresetException(path, expected, found, cause));

    /// <summary>Writes a preset: the file is there completely or not at all.</summary>
    /// <param name="path">The file; folders on the way are made.</param>
    /// <param name="preset">What to write.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <exception cref="PresetException">The file is there and not to be replaced, or it cannot be written.</exception>
    public static void Write(string path, Preset preset, bool overwrite = false)
    {
        if (File.Exists(path) && !overwrite)
            throw new PresetException(path, "no file there", "one") { Option = nameof(PhotoSaveOptions.Overwrite) };
        try
        {
            AtomicFile.WriteText(path, ToJson(preset) + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PresetException(path, "a file that can be written", "one that cannot", exception);
        }
    }

    /// <summary>A preset as JSON.</summary>
    public static string ToJson(Preset preset) => JsonSerializer.Serialize(preset, Options);

    /// <summary>Reads presets from JSON.</summary>
    /// <param name="json">One preset.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="PresetException">It is no preset, or a value is out of its range.</exception>
    public static Preset Parse(string json, string name) =>
        JsonText.Read<Preset>(Encoding.UTF8.GetBytes(json), Kind, Options,
            (expected, found, cause) => new PresetException(name, expected, found, cause));
}
