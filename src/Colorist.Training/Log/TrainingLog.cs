using System.Text.Json;

namespace Colorist.Training;

/// <summary>What a training run has written so far.</summary>
/// <param name="Steps">Lines of losses, in the order written.</param>
/// <param name="Validations">Validations, in the order written.</param>
public sealed record TrainingLog(IReadOnlyList<TrainingStep> Steps, IReadOnlyList<TrainingValidation> Validations)
{
    /// <summary>
    /// Reads JSON lines such as <c>{"pictures": 2048, "colourLoss": 0.011, "sceneLoss": 4.2}</c> and
    /// <c>{"pictures": 50000, "validation": {"abRmse": 14.1, "greyAbRmse": 15.0}}</c>; other members are not looked at.
    /// </summary>
    /// <remarks>A last line without its end is still being written and is left out.</remarks>
    /// <param name="path">Text file; a run may be writing to it.</param>
    /// <exception cref="InvalidDataException">A line is not what is expected.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TrainingLog Read(string path)
    {
        var (steps, validations) = (new List<TrainingStep>(), new List<TrainingValidation>());
        var lines = ReadShared(path).Split('\n');
        for (var i = 0; i < lines.Length - 1; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            try
            {
                using var json = JsonDocument.Parse(lines[i]);
                Add(json.RootElement, steps, validations);
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException
                or FormatException)
            {
                throw new InvalidDataException(
                    $"{path}, line {i + 1}: expected a line of a training log, found {lines[i].Trim()}", error);
            }
        }
        return new TrainingLog(steps, validations);
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private static void Add(JsonElement line, List<TrainingStep> steps, List<TrainingValidation> validations)
    {
        var pictures = line.GetProperty("pictures").GetInt64();
        if (line.TryGetProperty("validation", out var scores))
            validations.Add(new TrainingValidation(
                pictures, scores.GetProperty("abRmse").GetDouble(), Optional(scores, "greyAbRmse")));
        if (Optional(line, "colourLoss") is { } colorLoss)
            steps.Add(new TrainingStep(pictures, colorLoss, Optional(line, "sceneLoss")));
    }

    private static double? Optional(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
