using System.Text.Encodings.Web;
using System.Text.Json;

namespace Colorist;

/// <summary>
/// Moods in a JSON file. Scenes mean something to one model only, so the file says which: by the SHA-256 of the
/// weights.
/// </summary>
public static class MoodFile
{
    /// <summary>Name of the file with the moods that come with a model, in its folder.</summary>
    public const string FileName = "moods.json";

    private const int CurrentFormatVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // people read it, browsers do not
    };

    /// <summary>Reads moods.</summary>
    /// <param name="path">The file.</param>
    /// <param name="card">The model that they must have been made with.</param>
    /// <returns>The moods in the file's order; none if there is no file.</returns>
    /// <exception cref="ModelException">The file is no list of moods, or one of another model.</exception>
    public static IReadOnlyList<Mood> Read(string path, ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (!File.Exists(path)) return [];
        var content = JsonText.ReadFile<Content>(path, "a file of moods", Options,
            (expected, found, cause) => new ModelException(path, expected, found, cause));
        Check(path, content, card);
        return content.Moods;
    }

    /// <summary>
    /// Writes moods, beside and then renamed: the file is there completely or not at all. One that is there is
    /// replaced.
    /// </summary>
    /// <param name="path">The file; folders on the way are made.</param>
    /// <param name="card">The model that they were made with.</param>
    /// <param name="moods">All moods of the file.</param>
    /// <exception cref="ModelException">The file cannot be written.</exception>
    public static void Write(string path, ModelCard card, IReadOnlyList<Mood> moods)
    {
        ArgumentNullException.ThrowIfNull(card);
        try
        {
            AtomicFile.WriteText(path,
                JsonSerializer.Serialize(
                    new Content(CurrentFormatVersion, card.Name, card.WeightsSha256, moods), Options) + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, "a file that can be written", "one that cannot", e);
        }
    }

    private static void Check(string path, Content content, ModelCard card)
    {
        if (content.FormatVersion != CurrentFormatVersion)
            throw new ModelException(path, $"format version {CurrentFormatVersion}", $"{content.FormatVersion}");
        if (content.Weights != card.WeightsSha256)
            throw new ModelException(
                path,
                $"moods of the model {card.Name} with weights {Short(card.WeightsSha256)}",
                $"those of {content.Model} with weights {Short(content.Weights)}: make them anew");
        var wrong = content.Moods.FirstOrDefault(
            mood => mood.Scene.Vector.Length != card.GlobalFeatures
                || mood.Scene.Probabilities.Length != card.Labels.Count);
        if (wrong is not null)
            throw new ModelException(path, $"{card.GlobalFeatures} global features",
                $"{wrong.Scene.Vector.Length} in the mood {wrong.Name}");
    }

    private static string Short(string sha256) => sha256[..Math.Min(12, sha256.Length)];

    private sealed record Content(int FormatVersion, string Model, string Weights, IReadOnlyList<Mood> Moods);
}
