namespace Colorist;

/// <summary>A tone with a name, kept for other pictures.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens: <c>period-print</c>.</param>
/// <param name="Origin">How it was made, in a sentence.</param>
/// <param name="Tone">How colours are toned.</param>
/// <param name="Saturation">Times the chroma, 0..3, as <see cref="Look.Saturation"/>; 1 by default.</param>
public sealed record Preset(string Name, string Origin, Tone Tone, float Saturation = 1)
{
    /// <summary>Times the chroma, 0..3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Saturation
    {
        get; init =>
        field = Checked(value, nameof(Saturation));
    } = Checked(Saturation, nameof(Saturation));

    private static float Checked(float value, string name) =>
        value is >= 0 and <= 3 ? value : throw new ArgumentOutOfRangeException(name, value, "expected 0..3");
}
