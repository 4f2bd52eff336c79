using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Colorist.Web;

/// <summary>
/// What a job is to do. It travels as JSON to the machine that does it; a key that is not known is an error.
/// </summary>
internal sealed record JobOrder
{
    private const int MaxStem = 120;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Photo or film.</summary>
    public required ApiSubject Kind { get; init; }

    /// <summary>What the sender calls the file, for the sender alone; empty if unknown.</summary>
    public required string Name { get; init; }

    /// <summary>The file of the result in the job's folder.</summary>
    public required string Output { get; init; }

    /// <summary>The model that it was asked of; another one's colours would be others.</summary>
    public required string Model { get; init; }

    /// <summary>The options by name, as the API takes them; pictures are files in the job's folder.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Options { get; init; }

    /// <summary>
    /// Whether it was painted on the page: strokes then lie in the job's folder if there are any; false by default.
    /// </summary>
    public bool IsPainted { get; init; }

    /// <summary>
    /// The folder of a session in which the film lies: a short part of it is coloured, among photos. Null, the default,
    /// where it lies in the job's own.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>The name without its folders and extension, fit for a header or an archive.</summary>
    [JsonIgnore]
    public string Stem
    {
        get
        {
            var last = Name.Split('/', '\\')[^1];
            var dot = last.LastIndexOf('.');
            var stem = string.Concat((dot > 0 ? last[..dot] : last)
                .Where(letter => !char.IsControl(letter) && !"<>:\"|?*".Contains(letter))).Trim(' ', '.');
            return stem.Length == 0 ? "picture" : stem[..Math.Min(MaxStem, stem.Length)];
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="QueueException">It is no order.</exception>
    public static JobOrder Parse(string json) =>
        JsonText.Read<JobOrder>(Encoding.UTF8.GetBytes(json), "a job", Json,
            (expected, found, cause) => new QueueException(expected, found, cause));
}
