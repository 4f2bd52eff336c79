using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Colorist;

/// <summary>
/// Small chroma made ready for any larger size: near each point a* and b* are straight lines over L*, so that at full
/// size colour changes where lightness changes (after the fast guided filter of He and Sun 2015, arXiv:1505.00996).
/// </summary>
public sealed class GuidedChroma
{
    private const float MaxScale = 3;

    private readonly int width;
    private readonly int height;
    private readonly RowReader lines; // slope and offset of a*, slope and offset of b*; height×width
    private float scale = 1; // of what the finish leaves
    private Hints? strokes;
    private ChromaFinish? finish;
    private (Mask Mask, GuidedChroma Outside)? region;

    internal GuidedChroma(int width, int height, Vector4[] lines)
        : this(width, height, (y, row) => lines.AsSpan(y * width, width).CopyTo(row))
    {
    }

    private GuidedChroma(int width, int height, RowReader lines) =>
        (this.width, this.height, this.lines) = (width, height, lines);

    private delegate void RowReader(int y, Span<Vector4> row);

    /// <summary>No colour at all: grey.</summary>
    public static GuidedChroma None { get; } = new(1, 1, [Vector4.Zero]);

    /// <summary>Lets the edges of the colour follow those of the lightness.</summary>
    /// <param name="chroma">
    /// Real a* and b*, small: half the size of <paramref name="guide"/> in the paper's network.
    /// </param>
    /// <param name="guide">The lightness that the colour was predicted from, any size.</param>
    /// <returns>Chroma that can be asked for at any size.</returns>
    public static GuidedChroma Fit(ChromaPlanes chroma, LightnessPlane guide)
    {
        ArgumentNullException.ThrowIfNull(chroma);
        ArgumentNullException.ThrowIfNull(guide);
        var lightness = guide.ResizeTo(chroma.Width, chroma.Height);
        return new GuidedChroma(chroma.Width, chroma.Height, LocalLines.Fit(lightness, chroma));
    }

    /// <summary>Makes the colour paler or stronger; its hue stays.</summary>
    /// <param name="factor">
    /// Of the chroma, 0..3: 0 is grey, 0.5 halfway between grey and the colour, 1 the colour as it is, more is more
    /// vivid.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is out of its range.</exception>
    public GuidedChroma Scaled(float factor) => factor is >= 0 and <= MaxScale
        ? Copy(
            copy => (copy.scale, copy.region) =
                (scale * factor, region is { } part ? (part.Mask, part.Outside.Scaled(factor)) : null))
        : throw new ArgumentOutOfRangeException(nameof(factor), factor, $"expected 0..{MaxScale}");

    /// <summary>The same with exactly the colours of hints where they are, at the size of their photo.</summary>
    internal GuidedChroma With(Hints hints) => Copy(copy => copy.strokes = hints);

    /// <summary>The same with something done to all colours before <see cref="Scaled"/>; null for nothing.</summary>
    internal GuidedChroma With(ChromaFinish? finish) => Copy(copy => copy.finish = finish);

    /// <summary>These colours in a part of the picture, and others outside it.</summary>
    /// <param name="mask">The part.</param>
    /// <param name="outside">Of the same picture, any size.</param>
    internal GuidedChroma Within(Mask mask, GuidedChroma outside) => Copy(copy => copy.region = (mask, outside));

    /// <summary>The chroma at the size of a plane.</summary>
    /// <param name="lightness">What its edges follow, L* 0..100, any size.</param>
    /// <returns>Real a* and b*, as large as <paramref name="lightness"/>.</returns>
    public ChromaPlanes At(LightnessPlane lightness)
    {
        var (fullWidth, fullHeight) = (lightness.Width, lightness.Height);
        float[] a = new float[fullWidth * fullHeight], b = new float[a.Length];
        Parallel.For(0, fullHeight, y =>
        {
            var row = y * fullWidth;
            Row(y, fullWidth, fullHeight, lightness.Values.AsSpan(row, fullWidth), a.AsSpan(row, fullWidth),
                b.AsSpan(row, fullWidth));
        });
        return new ChromaPlanes(fullWidth, fullHeight, a, b);
    }

    /// <summary>The plain alternative, for comparison: colour interpolated without a look at the lightness.</summary>
    /// <param name="chroma">Real a* and b*, any size.</param>
    public static GuidedChroma Bilinear(ChromaPlanes chroma) =>
        new(chroma.Width, chroma.Height, [.. chroma.A.Zip(chroma.B, (a, b) => new Vector4(0, a, 0, b))]);

    /// <summary>
    /// Chroma that is half as large as the picture, interpolated: from there on a look at the lightness changes next to
    /// nothing.
    /// </summary>
    internal static GuidedChroma Plain(CompactChroma chroma) => new(chroma.Width, chroma.Height, chroma.Row);

    /// <summary>
    /// Mixes other chroma of the same picture in, at the size of this one, before the finish of either.
    /// </summary>
    /// <param name="other">Any size.</param>
    /// <param name="share">Of <paramref name="other"/>, 0..1.</param>
    internal GuidedChroma MixedWith(GuidedChroma other, float share) => new(width, height, (y, row) =>
    {
        lines(y, row);
        var rented = ArrayPool<Vector4>.Shared.Rent(2 * other.width);
        other.Between(y, height, rented);
        for (var x = 0; x < width; x++)
        {
            var (left, place) = Place(x, width, other.width);
            row[x] = Vector4.Lerp(row[x] * scale,
                Vector4.Lerp(rented[left], rented[Math.Min(left + 1, other.width - 1)], place) * other.scale, share);
        }
        ArrayPool<Vector4>.Shared.Return(rented);
    });

    /// <summary>Gives the chroma of one row of a picture of any size.</summary>
    /// <param name="y">The row, 0..<paramref name="fullHeight"/>−1.</param>
    /// <param name="fullWidth">Columns of the picture.</param>
    /// <param name="fullHeight">Rows of the picture.</param>
    /// <param name="lightness">L* of the row.</param>
    /// <param name="a">Receives real a*.</param>
    /// <param name="b">Receives real b*.</param>
    internal void Row(int y, int fullWidth, int fullHeight, ReadOnlySpan<float> lightness, Span<float> a, Span<float> b)
    {
        var rented = ArrayPool<Vector4>.Shared.Rent(2 * width);
        Between(y, fullHeight, rented);
        Interpolate(rented.AsSpan(0, width), lightness[..fullWidth], a[..fullWidth], b[..fullWidth]);
        ArrayPool<Vector4>.Shared.Return(rented);
        if (strokes is not null && (strokes.Width, strokes.Height) == (fullWidth, fullHeight))
            Paint(strokes.Row(y), a, b);
        finish?.Apply(lightness[..fullWidth], a[..fullWidth], b[..fullWidth]);
        if (scale != 1) Scale(a[..fullWidth], b[..fullWidth]);
        if (region is { } part) Mix(part.Mask, part.Outside, y, (fullWidth, fullHeight), lightness, a, b);
    }

    private GuidedChroma Copy(Action<GuidedChroma> change)
    {
        var copy = (GuidedChroma)MemberwiseClone();
        change(copy);
        return copy;
    }

    private void Scale(Span<float> a, Span<float> b)
    {
        for (var x = 0; x < a.Length; x++) (a[x], b[x]) = (a[x] * scale, b[x] * scale);
    }

    private static void Mix(
        Mask mask, GuidedChroma outside, int y, (int Width, int Height) size, ReadOnlySpan<float> lightness,
        Span<float> a, Span<float> b)
    {
        var rented = ArrayPool<float>.Shared.Rent(3 * size.Width);
        Span<float> otherA = rented.AsSpan(0, size.Width), otherB =
            rented.AsSpan(size.Width, size.Width), share = rented.AsSpan(2 * size.Width, size.Width);
        outside.Row(y, size.Width, size.Height, lightness, otherA, otherB);
        mask.Row(y, size.Height, share);
        for (var x = 0; x < size.Width; x++)
            (a[x], b[x]) = (float.Lerp(otherA[x], a[x], share[x]), float.Lerp(otherB[x], b[x], share[x]));
        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>The lines at the height of a row.</summary>
    /// <param name="y">The row, 0..<paramref name="fullHeight"/>−1.</param>
    /// <param name="fullHeight">Rows of the picture.</param>
    /// <param name="buffer">Receives as many lines as there are columns; as much again is written over.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Between(int y, int fullHeight, Span<Vector4> buffer)
    {
        Span<Vector4> between = buffer[..width], below = buffer.Slice(width, width);
        var (above, share) = Place(y, fullHeight, height);
        lines(above, between);
        lines(Math.Min(above + 1, height - 1), below);
        for (var i = 0; i < width; i++) between[i] = Vector4.Lerp(between[i], below[i], share);
    }

    /// <summary>
    /// Where the centre of a pixel lies among the centres of fewer or more points: the point before it, and the share
    /// of the one after it.
    /// </summary>
    private static (int Before, float Share) Place(int pixel, int pixels, int points)
    {
        var place = Math.Clamp((pixel + 0.5f) * points / pixels - 0.5f, 0, points - 1);
        return ((int)place, place - (int)place);
    }

    /// <summary>
    /// From the centre of one small point to that of the next the lines change evenly: several pixels at once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Interpolate(
        ReadOnlySpan<Vector4> lines, ReadOnlySpan<float> lightness, Span<float> a, Span<float> b)
    {
        var step = (float)lines.Length / lightness.Length;
        for (int left = 0, x = 0; left < lines.Length; left++)
        {
            var (line, rise) = (lines[left], lines[Math.Min(left + 1, lines.Length - 1)] - lines[left]);
            var end = left == lines.Length - 1
                ? lightness.Length
                : Math.Min(lightness.Length, (int)MathF.Ceiling((left + 1.5f) / step - 0.5f));
            var first = new Vector<float>(0.5f * step - 0.5f - left); // the share of pixel 0
            // what it writes past the end is written over
            for (; x < end && x + Vector<float>.Count <= lightness.Length; x += Vector<float>.Count)
            {
                var share =
                    Vector.Min(Vector.Max(first + (Vector<float>.Indices + new Vector<float>(x)) * step,
                        Vector<float>.Zero), Vector<float>.One);
                var here = new Vector<float>(lightness[x..]);
                ((share * rise.X + new Vector<float>(line.X)) * here + share * rise.Y + new Vector<float>(line.Y))
                    .CopyTo(a[x..]);
                ((share * rise.Z + new Vector<float>(line.Z)) * here + share * rise.W + new Vector<float>(line.W))
                    .CopyTo(b[x..]);
            }
            for (x = Math.Min(x, end); x < end; x++)
            {
                var there = line + rise * Math.Clamp(first[0] + x * step, 0, 1);
                (a[x], b[x]) = (there.X * lightness[x] + there.Y, there.Z * lightness[x] + there.W);
            }
        }
    }

    private static void Paint(ReadOnlySpan<HintPoint> points, Span<float> a, Span<float> b)
    {
        foreach (var point in points) (a[point.X], b[point.X]) = (point.Chroma.X, point.Chroma.Y);
    }
}
