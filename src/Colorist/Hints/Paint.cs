using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Colorist;

/// <summary>What hints make of a small picture, as a layer over its own colours.</summary>
/// <param name="A">Real a* times opacity, height×width.</param>
/// <param name="B">Real b* times opacity, height×width.</param>
/// <param name="Opacity">0, the picture's own colours, to 1, the paint alone; height×width.</param>
internal sealed record Paint(float[] A, float[] B, float[] Opacity)
{
    private const float Nothing = 1e-3f; // a share for paint that nothing speaks for

    /// <summary>Paints strokes and what is alike around them.</summary>
    /// <param name="lightness">The small picture.</param>
    /// <param name="hints">For the picture that the small one is of; at least one.</param>
    public static Paint FromHints(LightnessPlane lightness, Hints hints)
    {
        var paint = None(lightness.Values.Length);
        var strokes = hints.Cells(lightness.Width, lightness.Height);
        foreach (var (place, chroma) in strokes) (paint.A[place], paint.B[place], paint.Opacity[place]) =
            (chroma.X, chroma.Y, 1);
        return paint.Spread(lightness, strokes.Keys);
    }

    /// <summary>Nothing but these colours.</summary>
    public static Paint Whole(ChromaPlanes colors) =>
        new(colors.A, colors.B, [.. Enumerable.Repeat(1f, colors.A.Length)]);

    /// <summary>No paint on so many points.</summary>
    public static Paint None(int length) => new(new float[length], new float[length], new float[length]);

    /// <summary>Keeps what some places say, paint or none, and asks those for all others.</summary>
    /// <param name="lightness">The small picture.</param>
    /// <param name="places">At least one.</param>
    /// <param name="farther">Times the usual reach of strokes; above 0.</param>
    public Paint Spread(LightnessPlane lightness, IEnumerable<int> places, float farther = 1)
    {
        var none = new float[A.Length];
        var spread = StrokeSpread.Find(lightness, places, [[.. A], [.. B], [.. Opacity]], [none, none, none], farther);
        return new Paint(spread[0], spread[1], spread[2]);
    }

    /// <summary>The same on a picture of another size.</summary>
    public Paint Resized((int Width, int Height) size, (int Width, int Height) newSize)
    {
        float[] Plane(float[] values, float lowest, float highest) =>
            Planes.Resize(size.Width, size.Height, values, newSize.Width, newSize.Height, lowest, highest);
        return new Paint(Plane(A, -128, 127), Plane(B, -128, 127), Plane(Opacity, 0, 1));
    }

    /// <summary>What tells it from all other paint.</summary>
    public string Sha256 =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<float>([.. A, .. B, .. Opacity])));

    /// <summary>This paint over other paint.</summary>
    public Paint Over(Paint? below) => below is null ? this : Each((i, over) => over + (1 - Opacity[i]) * below.At(i));

    /// <summary>
    /// This paint and other paint side by side: the colours by their shares, and as much paint as both have together.
    /// </summary>
    /// <param name="other">As large.</param>
    /// <param name="share">Of the other, 0..1.</param>
    public Paint With(Paint other, float share) => Each((i, one) =>
    {
        var two = other.At(i);
        var mixed = (1 - share + Nothing) * one + (share + Nothing) * two;
        return mixed.Z <= 0 ? default : mixed * ((one.Z + two.Z - one.Z * two.Z) / mixed.Z);
    });

    /// <summary>Colours with this paint on them.</summary>
    public ChromaPlanes On(ChromaPlanes colors)
    {
        float[] a = [.. A], b = [.. B];
        for (var i = 0; i < a.Length; i++)
        {
            a[i] += (1 - Opacity[i]) * colors.A[i];
            b[i] += (1 - Opacity[i]) * colors.B[i];
        }

        return new ChromaPlanes(colors.Width, colors.Height, a, b);
    }

    private Vector3 At(int i) => new(A[i], B[i], Opacity[i]);

    private Paint Each(Func<int, Vector3, Vector3> change)
    {
        var paint = None(A.Length);
        for (var i = 0; i < A.Length; i++)
        {
            var point = change(i, At(i));
            (paint.A[i], paint.B[i], paint.Opacity[i]) = (point.X, point.Y, point.Z);
        }

        return paint;
    }
}
