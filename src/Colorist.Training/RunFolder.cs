using System.Text.Json;
using System.Text.Json.Nodes;

namespace Colorist.Training;

/// <summary>
/// The folder of one training run: checkpoint, log, plot, validation grid, model of the last validation.
/// </summary>
/// <param name="path">Made when it is not there.</param>
public sealed class RunFolder(string path)
{
    /// <summary>The folder itself.</summary>
    public string Path { get; } = Directory.CreateDirectory(path).FullName;

    /// <summary>The last checkpoint.</summary>
    public string Checkpoint => System.IO.Path.Combine(Path, "checkpoint.zip");

    /// <summary>One JSON object per line.</summary>
    public string Log => System.IO.Path.Combine(Path, "log.jsonl");

    /// <summary>Loss curves as a picture.</summary>
    public string Plot => System.IO.Path.Combine(Path, "loss.png");

    /// <summary>Validation pictures: grey, predicted, true.</summary>
    public string Grid => System.IO.Path.Combine(Path, "grid.png");

    /// <summary>The model of the last validation.</summary>
    public string Model => System.IO.Path.Combine(Path, "model");

    /// <summary>Adds one line to the log, and to the disk: a checkpoint written after it counts on it.</summary>
    public void Report(object line)
    {
        using var log = new FileStream(Log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        log.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, JsonSerializerOptions.Web), (byte)'\n']);
        log.Flush(flushToDisk: true);
    }

    /// <summary>
    /// Drops what the log says of pictures after a checkpoint: they will be seen again. Makes the log if there is none.
    /// </summary>
    public void ForgetAfter(long pictures)
    {
        var kept = Lines().Where(line => IsUpTo(line, pictures)).ToArray();
        File.WriteAllLines(Log + ".tmp", kept);
        File.Move(Log + ".tmp", Log, overwrite: true);
    }

    /// <summary>Pictures seen at the last validation in the log; 0 if it has none.</summary>
    public long LastValidation() =>
        Lines().Select(line => JsonNode.Parse(line)!)
            .LastOrDefault(line => line["validation"] is not null)?["pictures"]!.GetValue<long>() ?? 0;

    private string[] Lines() => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    private static bool IsUpTo(string line, long pictures)
    {
        try
        {
            return (long?)JsonNode.Parse(line)?["pictures"] <= pictures;
        }
        catch (JsonException)
        {
            return false; // a line that a kill cut short
        }
    }
}
