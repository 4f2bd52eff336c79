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
        RespectRequiredConstructorParameters = false, // the saturation may be missing
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads a preset.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PresetException">There is no such file, it is no preset, or a value is out of its range.</exception>
    public static Preset Read(string path)
    {
        if (!File.Exists(path)) throw new PresetException(path, "a preset", "no file");
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PresetException(path, "a file that can be read", "one that cannot", exception);
        }
    }

    /// <summary>Writes a preset: the file is there completely or not at all.</summary>
    /// <param name="path">The file; folders on the way are made.</param>
    /// <param name="preset">What to write.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <exception cref="PresetException">The file is there and not to be replaced, or it cannot be written.</exception>
    public static void Write(string path, Preset preset, bool overwrite = false)
    {
        if (File.Exists(path) && !overwrite) throw new PresetException(path, "no file there", "one") { Option = nameof(PhotoSaveOptions.Overwrite) };
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
    public static Preset Parse(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<Preset>(json, Options) is { Name: not null, Origin: not null, Tone: not null } preset
                ? preset
                : throw new JsonException("name, origin or tone is missing");
        }
        catch (JsonException exception)
        {
            throw new PresetException(name, "a preset", exception.Message, exception);
        }
        catch (ArgumentException exception)
        {
            throw new PresetException(name, "a preset of values in their ranges", exception.Message, exception);
        }
    }
}
