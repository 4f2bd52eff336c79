namespace Colorist;

/// <summary>What the header of a NUT file with one video stream says.</summary>
internal sealed record NutStream
{
    /// <summary>Seconds of one step of time.</summary>
    public required Fraction TimeBase { get; init; }

    /// <summary>Four letters that name the codec.</summary>
    public required byte[] FourCc { get; init; }

    /// <summary>Columns.</summary>
    public required int Width { get; init; }

    /// <summary>Rows.</summary>
    public required int Height { get; init; }

    /// <summary>Width of a pixel over its height; 0/0 if unknown.</summary>
    public Fraction PixelAspect { get; init; }

    /// <summary>What the decoder must know before the first frame.</summary>
    public byte[] CodecData { get; init; } = [];

    /// <summary>By how many frames the order of decoding may run ahead of the order of showing.</summary>
    public long DecodeDelay { get; init; }
}
