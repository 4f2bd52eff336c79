namespace Colorist;

/// <summary>
/// How all colours are toned, whoever found them; the lightness stays. The parts work in this order:
/// <see cref="Balance"/>, <see cref="HueMap"/>, <see cref="Curve"/>, <see cref="Limits"/>, <see cref="Temperature"/>
/// together with <see cref="Tint"/>; and last <see cref="Look.Saturation"/>. The default does nothing.
/// </summary>
public sealed record Tone
{
    private const float Most = 100;

    /// <summary>
    /// The warmth of the light, −100..100 mireds (10⁶ / kelvin) beside daylight of 6504 K: above 0 warmer, below 0
    /// cooler; 0 by default. A mired is a millionth of a degree's reciprocal, the unit of colour filters: equal steps
    /// look equal, and 20 can just be seen to be another light.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Temperature { get; init => field = InRange(value, nameof(Temperature)); }

    /// <summary>
    /// The light between green, −100, and magenta, 100; 0 by default. In 1/3000 of the CIE 1960 diagram beside the line
    /// of daylight, as raw developers count it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Tint { get; init => field = InRange(value, nameof(Tint)); }

    /// <summary>Whether neutral things are made neutral; by default not.</summary>
    public Balance Balance { get; init; }

    /// <summary>Hues that become others, each seeing the colours before all of them; none by default.</summary>
    public IReadOnlyList<HueShift> HueMap { get; init; } = [];

    /// <summary>How strong colours may be, by hue; no limits by default.</summary>
    public HueLimits Limits { get; init; } = new();

    /// <summary>
    /// The points of a <see cref="ChromaCurve"/>, whatever the hue, rising and at least two, the first 0; null, the
    /// default, for none.
    /// </summary>
    /// <exception cref="ArgumentException">They are something else.</exception>
    public IReadOnlyList<float>? Curve
    {
        get;
        init => field = value is null || IsRising(value)
            ? value
            : throw new ArgumentException(
                "expected a curve of at least two rising points from 0 to 150, the first 0, found "
                    + string.Join(", ", value), nameof(Curve));
    }

    /// <summary>Whether colours stay as they were found.</summary>
    internal bool IsNone => Balance == Balance.None && ToneTable.IsIdentity(this);

    private static bool IsRising(IReadOnlyList<float> points) =>
        points.Count >= 2 && points[0] == 0 && points[^1] <= 150
            && points.Zip(points.Skip(1)).All(pair => pair.First < pair.Second);

    private static float InRange(float value, string name) =>
        value >= -Most && value <= Most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"expected -{Most}..{Most}");
}
