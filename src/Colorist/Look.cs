namespace Colorist;

/// <summary>
/// Which colours are wanted, where the network's own choice is not what one likes; the default asks for nothing.
/// </summary>
public sealed record Look
{
    private const float MaxFactor = 3;

    /// <summary>
    /// The scene of another picture, a mood, or a mixture of several; null, the default, for the photo's own.
    /// </summary>
    public Scene? Style { get; init; }

    /// <summary>
    /// Which colours the photo is to have, from a picture or made of colours; null, the default, for what the network
    /// finds likely. What has which of them stays the network's choice.
    /// </summary>
    public Palette? Palette { get; init; }

    /// <summary>
    /// How far the photo goes towards <see cref="Style"/> and <see cref="Palette"/>: 0 not at all, 1, the default, all
    /// the way.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float StyleStrength
    {
        get;
        init => field = InRange(value, 1, nameof(StyleStrength));
    } = 1;

    /// <summary>
    /// Whether the network's colours are made livelier by the model's own curve, where it is sure of them; null, the
    /// default, for what the model card recommends.
    /// </summary>
    public bool? Vivid { get; init; }

    /// <summary>
    /// Times the chroma of the palette that the network is asked for, 0..3, be it <see cref="Palette"/> or that of its
    /// own colours; 1, the default, asks for nothing. The network then chooses what becomes livelier, while
    /// <see cref="Saturation"/> multiplies every colour alike.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Liveliness
    {
        get;
        init => field = InRange(value, MaxFactor, nameof(Liveliness));
    } = 1;

    /// <summary>
    /// How much paler the network's colours get where they are unsure, 0..1: with 1 a guess becomes grey; 0, the
    /// default, leaves them. It comes before everything else that changes colours, and hints stay as they are.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Caution
    {
        get;
        init => field = InRange(value, 1, nameof(Caution));
    }

    /// <summary>Times the chroma of all colours, 0..3: 0 is grey, 1, the default, the colours as they are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Saturation
    {
        get;
        init => field = InRange(value, MaxFactor, nameof(Saturation));
    } = 1;

    /// <summary>
    /// How all colours are toned before <see cref="Saturation"/>: the warmth of the light, a balance, hues; the default
    /// does nothing.
    /// </summary>
    public Tone Tone { get; init; } = new();

    /// <summary>
    /// The part of the photo that style, vivid colours, caution, reference, tone and saturation are for; null, the
    /// default, for all of it. Hints hold everywhere.
    /// </summary>
    public Mask? Mask { get; init; }

    /// <summary>
    /// A picture in colour that shows the same things, whose places lend their colours; null, the default, for none.
    /// Stronger than a style.
    /// </summary>
    public Reference? Reference { get; init; }

    /// <summary>
    /// Colours that are wanted at places of the photo; null, the default, for none. They spread to alike neighbours.
    /// </summary>
    public Hints? Hints { get; init; }

    /// <summary>
    /// Whether the network has no say, and the whole photo is coloured from <see cref="Hints"/>; false by default.
    /// </summary>
    public bool HintsOnly { get; init; }

    /// <summary>
    /// Checks that a colorizer can do what is asked, before any work begins; a photo's size is checked against hints
    /// later.
    /// </summary>
    /// <param name="colorizer">Whose model and options count.</param>
    /// <exception cref="ArgumentException">
    /// A style for a model without global features or from another model, a palette or liveliness for a model that
    /// takes no palettes, vivid colours for a model without a curve, caution for a model without palettes, no hints
    /// where nothing else is wanted, or hints, a reference or caution where every pixel goes through the network.
    /// </exception>
    public void CheckFor(Colorizer colorizer)
    {
        ArgumentNullException.ThrowIfNull(colorizer);
        var card = colorizer.Card;
        if (Style is not null && !card.HasGlobal)
            throw new ArgumentException(
                $"expected a model with global features for a style, found {card.Name} without");
        if (Style is not null && Style.Vector.Length != card.GlobalFeatures)
            throw new ArgumentException(
                $"expected a style of {card.GlobalFeatures} global features, found {Style.Vector.Length}");
        if ((Palette is not null || Liveliness != 1) && card.PaletteLength == 0)
            throw new ArgumentException(
                $"expected a model that takes palettes for a palette or liveliness, found {card.Name} that takes none");
        if (Vivid is true && card.Vivid is null)
            throw new ArgumentException($"expected a model with a curve for vivid colours, found {card.Name} without");
        if (Caution > 0) colorizer.CheckKnowsDoubt();
        if (HintsOnly && Hints is not { Count: > 0 })
            throw new ArgumentException("expected hints for colours of hints only, found none");
        if (colorizer.Options.RenderFull && (Hints is not null || Reference is not null || Caution > 0))
            throw new ArgumentException(
                "expected a render side for hints, references and caution, found every pixel to be rendered");
    }

    /// <summary>
    /// The same with a preset's tone, the saturation times the preset's, and the greater caution of both.
    /// </summary>
    public Look With(Preset preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        return this with
        {
            Tone = preset.Tone,
            Saturation = Math.Min(Saturation * preset.Saturation, MaxFactor),
            Caution = Math.Max(Caution, preset.Caution),
        };
    }

    /// <summary>What holds outside <see cref="Mask"/>.</summary>
    internal Look Outside => new() { Hints = Hints, HintsOnly = HintsOnly };

    /// <summary>Whether the networks find the same colours for both, before they are toned.</summary>
    internal bool SeesAs(Look other) =>
        (Style, Palette, Liveliness, Vivid, Caution, Reference)
            == (other.Style, other.Palette, other.Liveliness, other.Vivid, other.Caution, other.Reference);

    private static float InRange(float value, float max, string name) =>
        value >= 0 && value <= max ? value : throw new ArgumentOutOfRangeException(name, value, $"expected 0..{max}");
}
