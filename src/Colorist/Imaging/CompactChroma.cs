using System.Numerics;

namespace Colorist;

/// <summary>
/// The colour of a large picture in memory, four bytes a point: real a* and b* in steps of 1/256, −128..127.
/// </summary>
internal sealed class CompactChroma(int width, int height)
{
    private const float Steps = 256;

    private readonly short[] a = new short[checked(width * height)];
    private readonly short[] b = new short[checked(width * height)];
    private double sum;

    public int Width => width;

    public int Height => height;

    /// <summary>The mean chroma C*ab of what was placed.</summary>
    public float Mean => (float)(sum / a.Length);

    /// <summary>Places a part of some planes; what falls outside is left out.</summary>
    /// <param name="left">Where to.</param>
    /// <param name="top">Where to.</param>
    /// <param name="planes">Where from.</param>
    /// <param name="part">The part of <paramref name="planes"/>.</param>
    public void Place(int left, int top, ChromaPlanes planes, (int Left, int Top, int Width, int Height) part)
    {
        for (var y = 0; y < Math.Min(part.Height, height - top); y++)
            for (var x = 0; x < Math.Min(part.Width, width - left); x++)
            {
                var from = (part.Top + y) * planes.Width + part.Left + x;
                var to = (top + y) * width + left + x;
                (a[to], b[to]) = (Step(planes.A[from]), Step(planes.B[from]));
                sum += MathF.Sqrt(planes.A[from] * planes.A[from] + planes.B[from] * planes.B[from]);
            }
    }

    /// <summary>Reads a row as lines over L* that are flat.</summary>
    public void Row(int y, Span<Vector4> lines)
    {
        for (int x = 0, i = y * width; x < width; x++, i++) lines[x] = new Vector4(0, a[i] / Steps, 0, b[i] / Steps);
    }

    private static short Step(float value) =>
        (short)MathF.Round(Math.Clamp(value * Steps, short.MinValue, short.MaxValue));
}
