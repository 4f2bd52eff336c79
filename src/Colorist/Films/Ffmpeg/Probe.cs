using System.Text.Json;
using System.Text.Json.Serialization;

namespace Colorist;

/// <summary>What ffprobe says of a file.</summary>
internal sealed record Probe
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public IReadOnlyList<ProbedStream> Streams { get; init; } = [];

    /// <summary>Empty unless asked for.</summary>
    public IReadOnlyList<ProbedFrame> Frames { get; init; } = [];

    public ProbedFormat Format { get; init; } = new();

    /// <summary>Asks ffprobe for streams and format.</summary>
    /// <param name="path">The film.</param>
    /// <param name="options">More for ffprobe.</param>
    /// <exception cref="FilmException">
    /// There is no such file, it is no film, or there is no ffprobe on the PATH.
    /// </exception>
    public static Probe Read(string path, params string[] options)
    {
        if (!File.Exists(path))
            throw new FilmException(path, "a film", Directory.Exists(path) ? "a folder" : "no file");
        using var process = Ffmpeg.Start("ffprobe",
            [.. options, "-v", "error", "-of", "json", "-show_streams", "-show_format", .. Ffmpeg.Input(path)]);
        var errors = process.StandardError.ReadToEndAsync();
        var json = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new FilmException(path, "a film", Ffmpeg.IsRefusal(errors.Result)
                ? "one picture, a list of other files, or a format that is not known"
                : Ffmpeg.LastLine(errors.Result));
        return JsonSerializer.Deserialize<Probe>(json, Options) ?? new Probe();
    }
}
