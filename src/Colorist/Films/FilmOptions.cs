namespace Colorist;

/// <summary>How a film is coloured and written; every value has a default.</summary>
public sealed record FilmOptions
{
    /// <summary>
    /// Ffmpeg's name of the encoder; null, the default, for <c>libx264</c>, or <c>libvpx-vp9</c> in a .webm file.
    /// </summary>
    public string? Codec { get; init; }

    /// <summary>
    /// Quality of the encoder as its <c>-crf</c>, at least 0 and the lower the better; null for 18 with libx264 and a
    /// like one with others.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? Crf
    {
        get;
        init
        {
            if (value is { } crf) ArgumentOutOfRangeException.ThrowIfNegative(crf, nameof(Crf));
            field = value;
        }
    }

    /// <summary>Speed of the encoder as its <c>-preset</c>; null for the encoder's own.</summary>
    public string? Preset { get; init; }

    /// <summary>Where to begin, from the beginning of the film; null, the default, for there.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>Where to end, from the beginning of the film; null, the default, for its end.</summary>
    public TimeSpan? To { get; init; }

    /// <summary>
    /// Whether a file that is already there may be replaced, and an unfinished run thrown away; false by default.
    /// </summary>
    public bool Overwrite { get; init; }

    /// <summary>
    /// Whether to go on with the unfinished run of the same film, options and output, if there is one; false by
    /// default.
    /// </summary>
    public bool Resume { get; init; }

    /// <summary>Whether a film that has colour gets another; false by default: it is refused.</summary>
    public bool Recolor { get; init; }

    /// <summary>
    /// Whether the frames show the film twice, grey on the left and coloured on the right; false by default.
    /// </summary>
    public bool SideBySide { get; init; }

    /// <summary>
    /// The network sees frames at about this number of pixels squared, 32..4096; null, the default, for 192 or what the
    /// model card recommends for photos, whichever is less.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int? RenderSide
    {
        get;
        init
        {
            if (value is { } side) RenderSize.Check(side, nameof(RenderSide));
            field = value;
        }
    }

    /// <summary>
    /// Which colours are wanted: a style or a mood that each shot's scene moves towards, a reference, livelier colours;
    /// null, the default, for the film's own.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The look has hints or a mask: those of a film are in <see cref="Hints"/> and <see cref="Masks"/>.
    /// </exception>
    public Look? Look
    {
        get;
        init => field = value is { Hints: not null } or { HintsOnly: true } or { Mask: not null }
            ? throw new ArgumentException(
                "expected a look without hints and mask for a film, where these belong to frames", nameof(Look))
            : value;
    }

    /// <summary>
    /// The parts that <see cref="Look"/> is for, on single frames; none by default, and it is for the whole film. They
    /// follow what moves to the ends of their shots; in a shot without one the look does nothing.
    /// </summary>
    public IReadOnlyList<FilmMask> Masks { get; init; } = [];

    /// <summary>
    /// Coloured stills; none by default. The shot of each takes its colours along the motion, those between two stills
    /// of a shot are blended, and what newly appears has the network's. Those outside the part that is coloured are
    /// left out.
    /// </summary>
    public IReadOnlyList<FilmReference> References { get; init; } = [];

    /// <summary>
    /// Where shots begin, from the beginning of the film: with the first frame then or later; null, the default, for
    /// where they are found.
    /// </summary>
    public IReadOnlyList<TimeSpan>? Cuts { get; init; }

    /// <summary>
    /// Whether brightness that pumps, as in old films, is made even within shots; false by default: the luma stays as
    /// it is. Where it is changed, <see cref="FilmResult.Notes"/> and the file say so.
    /// </summary>
    public bool Deflicker { get; init; }

    /// <summary>
    /// Whether dust, hairs and scratches that are in one frame alone are taken away; false by default: the luma stays
    /// as it is. Where it is changed, <see cref="FilmResult.Notes"/> and the file say so.
    /// </summary>
    public bool Descratch { get; init; }

    /// <summary>
    /// Whether shots that show the same place share their colours, so that a dress has one colour in all of them; false
    /// by default: each shot has its own. The film is read once more for it, before it is coloured. Places are told by
    /// their scenes, which the model needs for it.
    /// </summary>
    public bool SharedColors { get; init; }

    /// <summary>
    /// Colours that are wanted at places of single frames; none by default. They hold for the shots of those frames.
    /// </summary>
    public IReadOnlyList<FilmHints> Hints { get; init; } = [];
}
