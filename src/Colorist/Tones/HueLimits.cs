using System.Globalization;

namespace Colorist;

/// <summary>
/// How strong colours of each hue may be, as C*ab 1..150; null, the default, for no limit. Weak colours stay as they
/// are, strong ones come near the limit and never pass it. Between the middles of two hues both limits count.
/// </summary>
public sealed record HueLimits
{
    private const float Min = 1;
    private const float Max = 150;
    private const float Sharpness = 4; // a colour of half the limit's C*ab loses 1.5 %

    private static readonly float[] Middles = [30, 60, 95, 140, 196, 265, 325]; // degrees, in the order of Limits

    /// <summary>Around 30 degrees in a*b*.</summary>
    public float? Reds { get; init => field = Checked(value, nameof(Reds)); }

    /// <summary>Around 60 degrees: skin, wood, earth, orange.</summary>
    public float? Skin { get; init => field = Checked(value, nameof(Skin)); }

    /// <summary>Around 95 degrees.</summary>
    public float? Yellows { get; init => field = Checked(value, nameof(Yellows)); }

    /// <summary>Around 140 degrees: grass and leaves lie between yellows and greens.</summary>
    public float? Greens { get; init => field = Checked(value, nameof(Greens)); }

    /// <summary>Around 196 degrees.</summary>
    public float? Cyans { get; init => field = Checked(value, nameof(Cyans)); }

    /// <summary>Around 265 degrees: sky and water.</summary>
    public float? Blues { get; init => field = Checked(value, nameof(Blues)); }

    /// <summary>Around 325 degrees.</summary>
    public float? Purples { get; init => field = Checked(value, nameof(Purples)); }

    internal bool IsNone => Limits.All(limit => limit is null);

    private float?[] Limits => [Reds, Skin, Yellows, Greens, Cyans, Blues, Purples];

    /// <summary>The same with another limit for one hue.</summary>
    /// <param name="hue">The name of a property, in any case: blues.</param>
    /// <param name="chroma">C*ab, 1..150.</param>
    /// <exception cref="ArgumentException">There is no such hue, or the limit is out of its range.</exception>
    public HueLimits With(string hue, float chroma)
    {
        ArgumentNullException.ThrowIfNull(hue);
        return hue.ToLowerInvariant() switch
        {
            "reds" => this with { Reds = chroma },
            "skin" => this with { Skin = chroma },
            "yellows" => this with { Yellows = chroma },
            "greens" => this with { Greens = chroma },
            "cyans" => this with { Cyans = chroma },
            "blues" => this with { Blues = chroma },
            "purples" => this with { Purples = chroma },
            _ => throw new ArgumentException(
                $"expected reds, skin, yellows, greens, cyans, blues or purples, found {hue}"),
        };
    }

    /// <summary>The same with a limit as it is typed: <c>skin=25</c>.</summary>
    /// <param name="typed">The name of a property, in any case, and C*ab 1..150.</param>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public HueLimits With(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Split('=') is [var hue, var chroma]
            && float.TryParse(chroma, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var most)
            && most is >= Min and <= Max
                ? With(hue, most)
                : throw new ArgumentException($"expected a limit HUE=CHROMA, CHROMA {Min} to {Max}, found {typed}");
    }

    /// <summary>Makes what times a colour's C*ab is limited: hue in degrees and C*ab in, 0..1 out.</summary>
    internal Func<float, float, float> Ratios()
    {
        var limits = Limits;
        return (hue, chroma) =>
        {
            var (index, share) = Place(hue);
            return float.Lerp(Ratio(limits[index], chroma), Ratio(limits[(index + 1) % limits.Length], chroma), share);
        };
    }

    /// <summary>The middle before a hue, and the share of the one after it: half a wave of the cosine.</summary>
    private static (int Before, float Share) Place(float hue)
    {
        hue = (hue % 360 + 360) % 360;
        var before = Array.FindLastIndex(Middles, middle => middle <= hue);
        if (before < 0) (before, hue) = (Middles.Length - 1, hue + 360);
        var from = Middles[before];
        var to = before == Middles.Length - 1 ? Middles[0] + 360 : Middles[before + 1];
        return (before, (1 - MathF.Cos(MathF.PI * (hue - from) / (to - from))) / 2);
    }

    private static float Ratio(float? limit, float chroma) =>
        limit is { } most ? MathF.Pow(1 + MathF.Pow(chroma / most, Sharpness), -1 / Sharpness) : 1;

    private static float? Checked(float? value, string name) => value is null or (>= Min and <= Max)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"expected {Min}..{Max}");
}
