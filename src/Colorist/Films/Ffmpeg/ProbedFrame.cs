namespace Colorist;

/// <summary>One decoded frame as ffprobe describes it; names are ffprobe's.</summary>
internal sealed record ProbedFrame
{
    public int InterlacedFrame { get; init; }

    public int TopFieldFirst { get; init; }

    public IReadOnlyList<ProbedSideData> SideDataList { get; init; } = [];
}
