namespace Colorist;

/// <summary>One frame of a film on its way.</summary>
/// <param name="Index">0 for the first frame that is read.</param>
/// <param name="Time">When it is shown, in steps of the film's time base.</param>
/// <param name="Luma">
/// Height×width codes as decoded, row after row: bytes for 8 bits, else 16-bit numbers in the machine's own order.
/// </param>
/// <param name="Small">Its lightness at the render size.</param>
internal sealed record LumaFrame(long Index, long Time, byte[] Luma, LightnessPlane Small)
{
    /// <summary>
    /// What a user wants of its colours, for the frame as it is stored; null, the default, for nothing.
    /// </summary>
    public Hints? Hints { get; init; }

    /// <summary>
    /// What a coloured still of this frame says, at the size of the network's colours; null, the default, without one.
    /// </summary>
    public Paint? Still { get; init; }

    /// <summary>
    /// The part that the look is for, as <see cref="MaskPaint"/> at the size of the network's colours; null, the
    /// default, where nobody says.
    /// </summary>
    public Paint? Mask { get; init; }

    /// <summary>Whether a user says something of it.</summary>
    public bool IsMarked => Hints is not null || Still is not null || Mask is not null;

    /// <summary>Its lightness at the size of the network's colours, where they are found and followed.</summary>
    public LightnessPlane AtChromaSize(NetworkShape shape)
    {
        var (width, height) = shape.ChromaSize(Small.Width, Small.Height);
        return Small.ResizeTo(width, height);
    }
}
