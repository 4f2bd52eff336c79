namespace Colorist;

/// <summary>What ffprobe says besides of a stream.</summary>
internal sealed record ProbedSideData
{
    /// <summary>What it is about.</summary>
    public string SideDataType { get; init; } = "";

    /// <summary>Degrees anticlockwise by which players turn the picture; null if this is about something else.</summary>
    public double? Rotation { get; init; }
}
