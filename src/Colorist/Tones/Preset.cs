namespace Colorist;

/// <summary>A tone with a name, kept for other pictures.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens: <c>period-print</c>.</param>
/// <param name="Origin">How it was made, in a sentence.</param>
/// <param name="Tone">How colours are toned.</param>
/// <param name="Saturation">Times the chroma, 0..3, as <see cref="Look.Saturation"/>; 1 by default.</param>
/// <param name="Caution">Paler where unsure, 0..1, as <see cref="Look.Caution"/>; 0 by default.</param>
public sealed record Preset(string Name, string Origin, Tone Tone, float Saturation = 1, float Caution = 0)
{
    /// <summary>Times the chroma, 0..3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Saturation
    {
        get; init =>
        field = Checked(value, 3, nameof(Saturation));
    } = Checked(Saturation, 3, nameof(Saturation));

    /// <summary>Paler where unsure, 0..1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Caution { get; init => field = Checked(value, 1, nameof(Caution)); } =
        Checked(Caution, 1, nameof(Caution));

    private static float Checked(float value, float max, string name) =>
        value >= 0 && value <= max ? value : throw new ArgumentOutOfRangeException(name, value, $"expected 0..{max}");
}
