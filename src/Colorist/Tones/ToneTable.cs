using System.Numerics;

namespace Colorist;

/// <summary>Works a tone out for all colours, but for the balance, which depends on the picture.</summary>
internal static class ToneTable
{
    private const float Full = 20; // degrees beside a hue that are wholly that hue
    private const float Fades = 50; // degrees beside a hue that are no more of it

    /// <summary>The table of a tone; null where it changes nothing.</summary>
    public static ColorTable? Make(Tone tone)
    {
        if (IsIdentity(tone)) return null;
        var curve = tone.Curve is { } points ? new ChromaCurve(points) : null;
        var limited = tone.Limits.IsNone ? null : tone.Limits.Ratios();
        var light = tone.Temperature == 0 && tone.Tint == 0 ? null : new Illumination(tone.Temperature, tone.Tint);
        return new ColorTable(color =>
        {
            var chroma = Mapped(tone.HueMap, new Vector2(color.Y, color.Z));
            if (curve is not null) chroma *= curve.Ratio(chroma.Length());
            if (limited is not null) chroma *= limited(Hue(chroma), chroma.Length());
            return light is null ? chroma : light.On(new Vector3(color.X, chroma.X, chroma.Y));
        });
    }

    /// <summary>Whether a tone has none of the parts that a table is made of.</summary>
    public static bool IsIdentity(Tone tone) =>
        tone.Temperature == 0 && tone.Tint == 0 && tone.HueMap.Count == 0 && tone.Curve is null && tone.Limits.IsNone;

    private static Vector2 Mapped(IReadOnlyList<HueShift> shifts, Vector2 color)
    {
        var (hue, chroma) = (Hue(color), color.Length());
        var (moved, all) = (Vector2.Zero, 0f);
        foreach (var shift in shifts)
        {
            var weight = shift.Share * Weight(Hues.Between(hue, Hues.Angle(shift.From)!.Value));
            moved += weight * (Target(shift.To, chroma) - color);
            all += weight;
        }

        return color + moved / MathF.Max(1, all);
    }

    private static Vector2 Target(string hue, float chroma)
    {
        if (Hues.Angle(hue) is not { } degrees) return Vector2.Zero;
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        return chroma * new Vector2(cos, sin);
    }

    private static float Weight(float degrees) => degrees >= Fades ? 0
        : (1 + MathF.Cos(MathF.PI * MathF.Max(0, degrees - Full) / (Fades - Full))) / 2;

    private static float Hue(Vector2 color) => MathF.Atan2(color.Y, color.X) * 180 / MathF.PI;
}
