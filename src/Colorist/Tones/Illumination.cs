using System.Numerics;

namespace Colorist;

/// <summary>
/// The same things in a light of another colour, at the lightness that they had: von Kries' adaptation with the cone
/// space of Lam (Bradford). Light on CIE's line of daylight (CIE 15:2004), and beside it in the CIE 1960 diagram.
/// </summary>
internal sealed class Illumination
{
    private const float DaylightMireds = 1e6f / 6504;
    private const float TintSteps = 3000; // to 1 of the CIE 1960 diagram

    private static readonly Matrix4x4 LinearToXyz = Rows(
        0.4124564f, 0.3575761f, 0.1804375f, 0.2126729f, 0.7151522f, 0.0721750f, 0.0193339f, 0.1191920f, 0.9503041f);
    private static readonly Matrix4x4 XyzToCones =
        Rows(0.8951f, 0.2664f, -0.1614f, -0.7502f, 1.7135f, 0.0367f, 0.0389f, -0.0685f, 1.0296f);

    private readonly Matrix4x4 matrix; // of linear red, green and blue

    /// <param name="temperature">Mireds, above 0 warmer.</param>
    /// <param name="tint">Steps, above 0 towards magenta.</param>
    public Illumination(float temperature, float tint)
    {
        var (before, after) = (Cones(White(0, 0)), Cones(White(temperature, tint)));
        var toCones = LinearToXyz * XyzToCones;
        Matrix4x4.Invert(toCones, out var back);
        matrix = toCones * Matrix4x4.CreateScale(after / before) * back;
    }

    /// <summary>The a* and b* of a colour in this light.</summary>
    /// <param name="color">L*, a*, b* in daylight.</param>
    public Vector2 On(Vector3 color)
    {
        var (red, green, blue) = CieLab.ToLinear(color.X, color.Y, color.Z);
        var light = Vector3.Transform(new Vector3(red, green, blue), matrix);
        var (before, after) = (CieLab.LuminanceOf(color.X), CieLab.Luminance(light.X, light.Y, light.Z));
        if (before <= 0 || after <= 0) return new Vector2(color.Y, color.Z);
        light *= before / after;
        var (_, a, b) = CieLab.FromLinear(light.X, light.Y, light.Z);
        return new Vector2(a, b);
    }

    /// <summary>X and Z of a white of Y 1.</summary>
    private static Vector3 White(float temperature, float tint)
    {
        var here = Daylight(DaylightMireds + temperature);
        var along = Vector2.Normalize(Daylight(DaylightMireds + temperature + 1) - here); // towards warm: u grows
        var place = here + new Vector2(along.Y, -along.X) * (tint / TintSteps); // below the line: magenta
        var scale = 2 * place.X - 8 * place.Y + 4;
        var (x, y) = (3 * place.X / scale, 2 * place.Y / scale);
        return new Vector3(x / y, 1, (1 - x - y) / y);
    }

    /// <summary>u and v of daylight.</summary>
    private static Vector2 Daylight(float mireds)
    {
        var (one, two, three) = (mireds / 1e3f, mireds * mireds / 1e6f, mireds * mireds * mireds / 1e9f);
        var x = mireds > 1e6f / 7000
            ? 0.244063f + 0.09911f * one + 2.9678f * two - 4.6070f * three
            : 0.237040f + 0.24748f * one + 1.9018f * two - 2.0064f * three;
        var y = -3 * x * x + 2.87f * x - 0.275f;
        var scale = -2 * x + 12 * y + 3;
        return new Vector2(4 * x / scale, 6 * y / scale);
    }

    private static Vector3 Cones(Vector3 xyz) => Vector3.Transform(xyz, XyzToCones);

    /// <summary>A matrix for vectors that stand on its left.</summary>
    private static Matrix4x4 Rows(float a, float b, float c, float d, float e, float f, float g, float h, float i) =>
        new(a, d, g, 0, b, e, h, 0, c, f, i, 0, 0, 0, 0, 1);
}
