using System.Numerics;
using System.Runtime.CompilerServices;

namespace Colorist;

/// <summary>
/// A change of colours, worked out once for a grid of lightnesses and colours; what lies between is interpolated. Grey
/// is on the grid, so that a change that leaves grey alone leaves it exactly so.
/// </summary>
internal sealed class ColorTable
{
    private const int Lightnesses = 17;
    private const int Sides = 65; // odd: grey is in the middle
    private const float Reach = 128; // a* and b* of the outermost points
    private const float Spacing = 2 * Reach / (Sides - 1);
    private const float LightnessStep = 100f / (Lightnesses - 1);

    // b* running fastest, then a*, then L*
    private readonly Vector2[] points = new Vector2[Lightnesses * Sides * Sides];

    /// <param name="change">From L* 0..100, a* and b* to new a* and b*.</param>
    public ColorTable(Func<Vector3, Vector2> change) => Parallel.For(0, Lightnesses, l =>
    {
        for (var i = 0; i < Sides; i++)
            for (var j = 0; j < Sides; j++)
                points[(l * Sides + i) * Sides + j] =
                    change(new Vector3(l * LightnessStep, i * Spacing - Reach, j * Spacing - Reach));
    });

    /// <summary>Changes a row of pixels.</summary>
    /// <param name="lightness">L* 0..100.</param>
    /// <param name="a">Real a*, changed.</param>
    /// <param name="b">Real b*, changed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(ReadOnlySpan<float> lightness, Span<float> a, Span<float> b)
    {
        for (var x = 0; x < a.Length; x++)
        {
            var (l, shareL) = Place(lightness[x] / LightnessStep, Lightnesses);
            var (i, shareA) = Place((a[x] + Reach) / Spacing, Sides);
            var (j, shareB) = Place((b[x] + Reach) / Spacing, Sides);
            var at = (l * Sides + i) * Sides + j;
            var changed =
                Vector2.Lerp(Between(at, shareA, shareB), Between(at + Sides * Sides, shareA, shareB), shareL);
            (a[x], b[x]) = (changed.X, changed.Y);
        }
    }

    private static (int Index, float Share) Place(float place, int count)
    {
        var index = (int)Math.Clamp(place, 0, count - 2);
        return (index, Math.Clamp(place - index, 0, 1));
    }

    private Vector2 Between(int at, float shareA, float shareB) => Vector2.Lerp(
        Vector2.Lerp(points[at], points[at + 1], shareB),
        Vector2.Lerp(points[at + Sides], points[at + Sides + 1], shareB),
        shareA);
}
