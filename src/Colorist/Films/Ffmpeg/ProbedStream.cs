namespace Colorist;

/// <summary>One stream of a film as ffprobe describes it; names are ffprobe's.</summary>
internal sealed record ProbedStream
{
    public int Index { get; init; }

    public string CodecType { get; init; } = "";

    public string CodecName { get; init; } = "unknown";

    /// <summary>Four letters by which a container names the codec.</summary>
    public string CodecTagString { get; init; } = "";

    public int Width { get; init; }

    public int Height { get; init; }

    public string PixFmt { get; init; } = "";

    public string? ColorRange { get; init; }

    public string? ColorSpace { get; init; }

    public string? ColorTransfer { get; init; }

    public string? ColorPrimaries { get; init; }

    public string? ChromaLocation { get; init; }

    public string? FieldOrder { get; init; }

    public string? SampleAspectRatio { get; init; }

    public string? RFrameRate { get; init; }

    public string? AvgFrameRate { get; init; }

    public string? TimeBase { get; init; }

    public double? StartTime { get; init; }

    public double? Duration { get; init; }

    /// <summary>By how many frames the order of decoding runs ahead of the order of showing.</summary>
    public int HasBFrames { get; init; }

    public long? NbFrames { get; init; }

    public long? NbReadPackets { get; init; }

    public IReadOnlyDictionary<string, int> Disposition { get; init; } = new Dictionary<string, int>();

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ProbedSideData> SideDataList { get; init; } = [];

    /// <summary>Whether it is a cover, not a film.</summary>
    public bool IsPicture => Disposition.GetValueOrDefault("attached_pic") != 0;
}
