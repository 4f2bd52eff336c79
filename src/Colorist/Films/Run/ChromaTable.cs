using System.Numerics;
using System.Runtime.Intrinsics;

namespace Colorist;

/// <summary>
/// The chroma codes that give a pixel of a certain luma a certain a*b* on the screen, worked out once for a grid of
/// lumas and colours.
/// </summary>
/// <remarks>
/// Luma is not lightness: a colour of the grey's L* has another luma. So among the colours of the wanted a*b* the one
/// is taken that has the pixel's luma; where red, green or blue would leave 0..1 the chroma is reduced along its hue
/// until they fit. What lies between the grid's points is interpolated and fits too: in luma and chroma the colours
/// that can be shown are a convex body.
/// </remarks>
internal sealed class ChromaTable
{
    private const int Lumas = 33;
    private const int Sides = 33; // odd, so that grey is a point of the grid and stays exactly grey
    private const float Reach = 104; // a* and b* of the outermost points
    private const float Spacing = 2 * Reach / (Sides - 1);
    private const int Descents = 8;
    private const int Halvings = 10; // of the chroma: to 1/1000 of it
    private const float Tolerance = 1e-4f; // of red, green and blue

    // blue, red; b* running fastest, then a*, then luma
    private readonly float[] codes = new float[2 * Lumas * Sides * Sides];

    public ChromaTable(VideoSignal signal) => Parallel.For(0, Lumas, luma =>
    {
        for (var a = 0; a < Sides; a++)
            for (var b = 0; b < Sides; b++)
            {
                var at = 2 * ((luma * Sides + a) * Sides + b);
                var (blue, red) = Differences(signal, luma / (Lumas - 1f), a * Spacing - Reach, b * Spacing - Reach);
                (codes[at], codes[at + 1]) = (signal.ChromaCode(blue), signal.ChromaCode(red));
            }
    });

    /// <summary>Looks up a colour.</summary>
    /// <param name="luma">0..1.</param>
    /// <param name="a">Real a*; beyond ±104 it counts as that.</param>
    /// <param name="b">Real b*, likewise.</param>
    /// <returns>The codes of Cb and Cr before rounding.</returns>
    public Vector2 At(float luma, float a, float b)
    {
        var (l, shareL) = Place(luma * (Lumas - 1), Lumas);
        var (i, shareA) = Place((a + Reach) / Spacing, Sides);
        var (j, shareB) = Place((b + Reach) / Spacing, Sides);
        var at = (nuint)(2 * ((l * Sides + i) * Sides + j));
        var dark = Between(at, shareA);
        // Cb, Cr at b*, Cb, Cr at the next b*
        var both = dark + (Between(at + 2 * Sides * Sides, shareA) - dark) * shareL;
        return new Vector2(both[0] + shareB * (both[2] - both[0]), both[1] + shareB * (both[3] - both[1]));
    }

    /// <summary>B' − Y' and R' − Y' of the colour, each scaled to −0.5..0.5 as in ITU-R BT.601 and BT.709.</summary>
    internal static (float Blue, float Red) Differences(VideoSignal signal, float luma, float a, float b)
    {
        var (red, green, blue) = OfLuma(signal, luma, a, b);
        if (!Fits(red, green, blue))
        {
            float least = 0, most = 1;
            for (var i = 0; i < Halvings; i++)
            {
                var share = (least + most) / 2;
                (red, green, blue) = OfLuma(signal, luma, a * share, b * share);
                if (Fits(red, green, blue)) least = share;
                else most = share;
            }

            (red, _, blue) = OfLuma(signal, luma, a * least, b * least);
        }

        return ((blue - luma) / (2 * (1 - signal.Kb)), (red - luma) / (2 * (1 - signal.Kr)));
    }

    /// <summary>
    /// The colour of the wanted a*b* and luma, by the secant method over L*; NaN where there is none.
    /// </summary>
    private static (float Red, float Green, float Blue) OfLuma(VideoSignal signal, float luma, float a, float b)
    {
        if (a == 0 && b == 0) return (luma, luma, luma);
        var (before, now) = (Grey(luma), Grey(luma) + 1);
        var missing = luma - LumaOf(signal, OfLightness(before, a, b));
        for (var i = 0; i < Descents; i++)
        {
            var color = OfLightness(now, a, b);
            var left = luma - LumaOf(signal, color);
            if (MathF.Abs(left) < Tolerance) return color;
            (before, now, missing) = (now, now + left * (now - before) / (missing - left), left);
        }

        return (float.NaN, float.NaN, float.NaN);
    }

    private static (float Red, float Green, float Blue) OfLightness(float lightness, float a, float b)
    {
        var (red, green, blue) = CieLab.ToLinear(lightness, a, b);
        return (CieLab.Encode(red), CieLab.Encode(green), CieLab.Encode(blue));
    }

    private static float LumaOf(VideoSignal signal, (float Red, float Green, float Blue) color) =>
        signal.Kr * color.Red + (1 - signal.Kr - signal.Kb) * color.Green + signal.Kb * color.Blue;

    private static float Grey(float luma) => CieLab.LightnessOf(CieLab.Linearize(luma));

    private static bool Fits(float red, float green, float blue) =>
        Math.Min(red, Math.Min(green, blue)) >= -Tolerance && Math.Max(red, Math.Max(green, blue)) <= 1 + Tolerance;

    private static (int Index, float Share) Place(float place, int count)
    {
        var index = (int)Math.Clamp(place, 0, count - 2);
        return (index, Math.Clamp(place - index, 0, 1));
    }

    private Vector128<float> Between(nuint at, float share)
    {
        var first = Vector128.LoadUnsafe(ref codes[0], at);
        return first + (Vector128.LoadUnsafe(ref codes[0], at + 2 * Sides) - first) * share;
    }
}
