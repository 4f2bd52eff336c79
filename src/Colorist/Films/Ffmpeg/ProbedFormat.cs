namespace Colorist;

/// <summary>A film's container as ffprobe describes it; names are ffprobe's.</summary>
internal sealed record ProbedFormat
{
    public string FormatName { get; init; } = "";

    public double? StartTime { get; init; }

    public double? Duration { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
