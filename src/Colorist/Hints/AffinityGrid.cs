using System.Numerics;
using System.Runtime.InteropServices;

namespace Colorist;

/// <summary>
/// The matrix of a grid of points that are linked to their eight neighbours: A = D + M − W, where W holds the links'
/// weights, D their sums and M how strongly each point is held to a colour of its own. Symmetric, and positive definite
/// as soon as one point is held.
/// </summary>
/// <remarks>
/// Without M, A u = 0 says that each point is the mean of its neighbours, weighted by how alike they are: the condition
/// of Levin, Lischinski and Weiss (Colorization using optimization, SIGGRAPH 2004). Values lie in rows with a rim of
/// one point on every side, whose links weigh nothing, so that no loop needs to ask where the grid ends.
/// </remarks>
internal sealed class AffinityGrid
{
    // of a window's variance: how far apart alike neighbours are in a textured place
    private const float VarianceShare = 0.3f;
    private const float Noise = 4; // L*²: differences below 2 L* are alike anywhere
    private const float MinWeight = 1e-4f; // or what a sharp edge encloses hangs in the air

    private readonly float[] toRight; // links to the next point, and to three of the next row
    private readonly float[] down;
    private readonly float[] downRight;
    private readonly float[] downLeft;

    private AffinityGrid(int width, int height)
    {
        (Width, Height, Stride) = (width, height, width + 2);
        (toRight, down) = (new float[Length], new float[Length]);
        (downRight, downLeft) = (new float[Length], new float[Length]);
        (Mass, Diagonal, InverseDiagonal) = (new float[Length], new float[Length], new float[Length]);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>From one row to the next.</summary>
    public int Stride { get; }

    /// <summary>Values with the rim.</summary>
    public int Length => (Height + 2) * Stride;

    /// <summary>M; call <see cref="Hold"/> to set it.</summary>
    public float[] Mass { get; }

    /// <summary>D + M; 1 on the rim.</summary>
    public float[] Diagonal { get; }

    /// <summary>1 / (D + M); 0 on the rim.</summary>
    public float[] InverseDiagonal { get; }

    /// <summary>
    /// Links points by the affinity exp(−ΔL*² / (0.3 v + 4)), v being the mean variance of L* in the windows of 3×3
    /// around both.
    /// </summary>
    public static AffinityGrid FromLightness(LightnessPlane lightness)
    {
        var grid = new AffinityGrid(lightness.Width, lightness.Height);
        var variance = WindowVariance.Compute(lightness);
        Parallel.For(0, grid.Height, y =>
        {
            var (first, width) = (y * grid.Width, grid.Width);
            Link(grid.toRight.AsSpan(grid.At(0, y), width - 1), first, first + 1);
            if (y + 1 == grid.Height) return;
            Link(grid.down.AsSpan(grid.At(0, y), width), first, first + width);
            Link(grid.downRight.AsSpan(grid.At(0, y), width - 1), first, first + width + 1);
            Link(grid.downLeft.AsSpan(grid.At(1, y), width - 1), first + 1, first + width);
        });
        return grid;

        void Link(Span<float> weights, int here, int neighbour)
        {
            for (var i = 0; i < weights.Length; i++, here++, neighbour++)
            {
                var step = lightness.Values[here] - lightness.Values[neighbour];
                var spread = VarianceShare * (variance[here] + variance[neighbour]) / 2 + Noise;
                weights[i] = MathF.Max(MinWeight, MathF.Exp(-step * step / spread));
            }
        }
    }

    /// <summary>The place of a point.</summary>
    public int At(int x, int y) => (y + 1) * Stride + x + 1;

    /// <summary>Says how strongly points are held.</summary>
    /// <param name="mass">Height×width, 0 or more.</param>
    public void Hold(ReadOnlySpan<float> mass)
    {
        for (var y = 0; y < Height; y++) mass.Slice(y * Width, Width).CopyTo(Mass.AsSpan(At(0, y)));
        SumDiagonal();
    }

    /// <summary>
    /// A grid of half the sides whose points stand for 2×2 points each: links between them and masses are added up.
    /// </summary>
    public AffinityGrid Coarsen()
    {
        var coarse = new AffinityGrid((Width + 1) / 2, (Height + 1) / 2);
        for (var y = 0; y < coarse.Height; y++)
            for (var x = 0; x < coarse.Width; x++)
            {
                var to = coarse.At(x, y);
                var upperLeft = At(2 * x, 2 * y); // beyond odd sides is the rim, where all is 0
                var (upperRight, lowerLeft, lowerRight) = (upperLeft + 1, upperLeft + Stride, upperLeft + Stride + 1);
                coarse.Mass[to] = Mass[upperLeft] + Mass[upperRight] + Mass[lowerLeft] + Mass[lowerRight];
                coarse.toRight[to] =
                    toRight[upperRight] + toRight[lowerRight] + downRight[upperRight] + downLeft[upperRight + 1];
                coarse.down[to] = down[lowerLeft] + down[lowerRight] + downRight[lowerLeft] + downLeft[lowerRight];
                coarse.downRight[to] = downRight[lowerRight];
                coarse.downLeft[to] = downLeft[lowerLeft];
            }

        coarse.SumDiagonal();
        return coarse;
    }

    /// <summary>result = right − A u; the rim of <paramref name="u"/> must be 0.</summary>
    public void Residual(float[] right, float[] u, float[] result)
    {
        for (var y = 0; y < Height; y++)
        {
            int i = At(0, y), end = i + Width;
            for (; i + Vector<float>.Count <= end; i += Vector<float>.Count)
            {
                var sum = Load(right, i) - Load(Diagonal, i) * Load(u, i);
                sum = Linked(sum, toRight, u, i, 1);
                sum = Linked(sum, down, u, i, Stride);
                sum = Linked(sum, downRight, u, i, Stride + 1);
                Linked(sum, downLeft, u, i, Stride - 1).CopyTo(result, i);
            }

            for (; i < end; i++)
                result[i] = right[i] - Diagonal[i] * u[i]
                    + toRight[i] * u[i + 1] + toRight[i - 1] * u[i - 1]
                    + down[i] * u[i + Stride] + down[i - Stride] * u[i - Stride]
                    + downRight[i] * u[i + Stride + 1] + downRight[i - Stride - 1] * u[i - Stride - 1]
                    + downLeft[i] * u[i + Stride - 1] + downLeft[i - Stride + 1] * u[i - Stride + 1];
        }
    }

    private static Vector<float> Linked(Vector<float> sum, float[] link, float[] u, int i, int offset) =>
        Vector.MultiplyAddEstimate(Load(link, i - offset), Load(u, i - offset),
            Vector.MultiplyAddEstimate(Load(link, i), Load(u, i + offset), sum));

    private static Vector<float> Load(float[] values, int i) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)i);

    private void SumDiagonal()
    {
        Diagonal.AsSpan().Fill(1);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var i = At(x, y);
                Diagonal[i] = Mass[i] + toRight[i] + toRight[i - 1] + down[i] + down[i - Stride]
                    + downRight[i] + downRight[i - Stride - 1] + downLeft[i] + downLeft[i - Stride + 1];
                InverseDiagonal[i] = 1 / Diagonal[i];
            }
    }
}
