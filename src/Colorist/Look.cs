namespace Colorist;

/// <summary>Which colours are wanted, where the network's own choice is not what one likes; the default asks for nothing.</summary>
public sealed record Look
{
    /// <summary>The scene of another picture, a mood, or a mixture of several; null, the default, for the photo's own.</summary>
    public Scene? Style { get; init; }

    /// <summary>How far the photo's own scene moves towards <see cref="Style"/>: 0 not at all, 1, the default, all the way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float StyleStrength
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(StyleStrength), value, "expected 0..1");
    } = 1;

    /// <summary>
    /// Whether the network's colours are made livelier by the model's own curve, where it is sure of them; null, the default, for what the
    /// model card recommends.
    /// </summary>
    public bool? Vivid { get; init; }

    /// <summary>A picture in colour that shows the same things, whose places lend their colours; null, the default, for none. Stronger than a style.</summary>
    public Reference? Reference { get; init; }

    /// <summary>Colours that are wanted at places of the photo; null, the default, for none. They spread to alike neighbours.</summary>
    public Hints? Hints { get; init; }

    /// <summary>Whether the network has no say, and the whole photo is coloured from <see cref="Hints"/>; false by default.</summary>
    public bool HintsOnly { get; init; }

    /// <summary>The scene to paint a photo with.</summary>
    internal Scene? Of(Scene? own) => Style is null ? own
        : own is null ? throw new ArgumentException("expected a model with global features for a style, found one without")
        : own.Toward(Style, StyleStrength);
}
