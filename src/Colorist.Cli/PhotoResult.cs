using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Colorist.Cli;

/// <summary>What became of one photo: a line of <c>--report</c>.</summary>
internal sealed record PhotoResult
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required string Input { get; init; }

    public required string Output { get; init; }

    /// <summary>Columns; 0 if the photo could not be opened.</summary>
    public int Width { get; init; }

    /// <summary>Rows; 0 if the photo could not be opened.</summary>
    public int Height { get; init; }

    /// <summary>The likeliest scene label; null if the model knows none.</summary>
    public string? Scene { get; init; }

    /// <summary>Mean C*ab of the colours that the network found, before any dial.</summary>
    public double Chroma { get; init; }

    /// <summary>What is to be known of the result; null if nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>From opening the photo to the finished file, other photos being worked on meanwhile.</summary>
    public double Seconds { get; init; }

    /// <summary>What went wrong; null if nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>The same for people, without the remark.</summary>
    [JsonIgnore]
    public string Said { get; init; } = "";

    public override string ToString() => Remark is null ? Said : $"{Said}; {Remark}";

    public string ToJson() => JsonSerializer.Serialize(this with { Seconds = Math.Round(Seconds, 3) }, Options);
}
