namespace Colorist;

/// <summary>What a user says of single frames, by their times in steps of the film's time base.</summary>
/// <param name="Hints">For the frames as they are stored.</param>
/// <param name="Stills">Of coloured stills, at the size of the network's colours.</param>
/// <param name="Masks">Opaque, of the colour <see cref="MaskPaint"/> makes of shares, at that size.</param>
internal sealed record MarkedFrames(
    IReadOnlyDictionary<long, Hints> Hints, IReadOnlyDictionary<long, Paint> Stills,
    IReadOnlyDictionary<long, Paint> Masks)
{
    /// <summary>Times of the frames with hints or stills.</summary>
    public IReadOnlyList<long> Painted => [.. Hints.Keys, .. Stills.Keys];

    /// <summary>Finds the frames that options mean.</summary>
    /// <param name="film">The film.</param>
    /// <param name="span">The part of it that is coloured.</param>
    /// <param name="options">With hints, stills and masks.</param>
    /// <param name="size">Of the frames that the network sees.</param>
    /// <param name="shape">Of the network.</param>
    /// <exception cref="ArgumentException">Hints or masks are for another size than the film shows.</exception>
    /// <exception cref="FilmException">There is no such frame in the part that is coloured.</exception>
    /// <exception cref="PhotoException">A still cannot be used.</exception>
    public static MarkedFrames Find(
        Film film, FilmSpan span, FilmOptions options, (int Width, int Height) size, NetworkShape shape) => new(
        HintedFrames.Find(film, span, options.Hints), AlignedStill.Find(film, span, options.References, size, shape),
        MaskPaint.Find(film, span, options.Masks, shape.ChromaSize(size.Width, size.Height)));

    /// <summary>A frame with what is said of it.</summary>
    public LumaFrame On(LumaFrame frame) => frame with
    {
        Hints = Hints.GetValueOrDefault(frame.Time),
        Still = Stills.GetValueOrDefault(frame.Time),
        Mask = Masks.GetValueOrDefault(frame.Time),
    };
}
