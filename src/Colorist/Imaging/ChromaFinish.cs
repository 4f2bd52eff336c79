using System.Numerics;

namespace Colorist;

/// <summary>What is done to colours last, at full size and at each pixel's own lightness.</summary>
/// <param name="Cast">a* and b* that a white paper has too much; a darker one has its share of it.</param>
/// <param name="Table">The change behind that; null for none.</param>
internal sealed record ChromaFinish(Vector2 Cast, ColorTable? Table)
{
    private const float Dark = 8; // L*: below it light and lightness are proportional, and so are light and cast

    /// <summary>How much of a white paper's cast something of this lightness has: that of a coloured light.</summary>
    public static float ShareOfCast(float lightness) => (lightness + 16) / 116 * Math.Clamp(lightness / Dark, 0, 1);

    /// <summary>Changes a row of pixels.</summary>
    /// <param name="lightness">L* 0..100.</param>
    /// <param name="a">Real a*, changed.</param>
    /// <param name="b">Real b*, changed.</param>
    public void Apply(ReadOnlySpan<float> lightness, Span<float> a, Span<float> b)
    {
        if (Cast != Vector2.Zero) TakeCast(lightness, a, b);
        Table?.Apply(lightness, a, b);
    }

    private void TakeCast(ReadOnlySpan<float> lightness, Span<float> a, Span<float> b)
    {
        for (var x = 0; x < a.Length; x++)
        {
            var cast = Cast * ShareOfCast(lightness[x]);
            a[x] -= cast.X;
            b[x] -= cast.Y;
        }
    }
}
