namespace Colorist;

/// <summary>
/// Names of hues, by their angle in a*b*: 0 towards +a*, 90 towards +b*. Those of CSS colours of the same names,
/// rounded; skin after measured ones of many people.
/// </summary>
internal static class Hues
{
    /// <summary>No hue at all.</summary>
    public const string Grey = "grey";

    private static readonly Dictionary<string, float> Angles = new(StringComparer.Ordinal)
    {
        ["red"] = 35,
        ["skin"] = 55,
        ["brown"] = 60,
        ["orange"] = 70,
        ["yellow"] = 98,
        ["green"] = 138,
        ["cyan"] = 196,
        ["blue"] = 265,
        ["purple"] = 315,
        ["magenta"] = 330,
        ["pink"] = 5,
    };

    /// <summary>All names, grey last.</summary>
    public static IEnumerable<string> Names => Angles.Keys.Append(Grey);

    /// <summary>The angle of a name, degrees; null for grey.</summary>
    /// <exception cref="ArgumentException">There is no such name.</exception>
    public static float? Angle(string name) => name == Grey ? null
        : Angles.TryGetValue(name, out var angle) ? angle
        : throw new ArgumentException($"expected a hue ({string.Join(", ", Names)}), found {name}");

    /// <summary>The smaller angle between two hues, 0..180 degrees.</summary>
    public static float Between(float one, float other) => MathF.Abs(MathF.IEEERemainder(one - other, 360));
}
