namespace Colorist;

/// <summary>A frame that was looked at ahead of its turn: what following paint needs of it.</summary>
internal sealed class SeenAhead
{
    private readonly (int Width, int Height) size;
    private readonly CompactPlane lightness;

    public SeenAhead(LumaFrame frame, NetworkShape shape, Paint? strokes)
    {
        var half = frame.AtChromaSize(shape);
        (Time, Strokes, size, lightness) =
            (frame.Time, strokes, (half.Width, half.Height), new CompactPlane(half.Values));
    }

    /// <summary>When it is shown, in steps of the film's time base.</summary>
    public long Time { get; }

    /// <summary>What its own hints paint on it; null for nothing.</summary>
    public Paint? Strokes { get; }

    public Motion Motion => new(size.Width, size.Height, lightness.Values);
}
