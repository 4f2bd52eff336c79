using System.Numerics;

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

    private readonly float[][] links; // to the right, down, down right, down left
    private readonly int[] offsets;

    private AffinityGrid(int width, int height)
    {
        (Width, Height, Stride) = (width, height, width + 2);
        offsets = [1, Stride, Stride + 1, Stride - 1];
        links = [.. offsets.Select(_ => new float[Length])];
        Mass = new float[Length];
        Diagonal = new float[Length];
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
            for (var x = 0; x < grid.Width; x++)
                grid.ForEachLink(x, y, (link, neighbour) =>
                {
                    var here = y * grid.Width + x;
                    var step = lightness.Values[here] - lightness.Values[neighbour];
                    var spread = VarianceShare * (variance[here] + variance[neighbour]) / 2 + Noise;
                    grid.links[link][grid.At(x, y)] = MathF.Max(MinWeight, MathF.Exp(-step * step / spread));
                });
        });
        return grid;
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
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                coarse.Mass[coarse.At(x / 2, y / 2)] += Mass[At(x, y)];
                AddLinks(coarse, x, y);
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
                var sum = new Vector<float>(right, i) - new Vector<float>(Diagonal, i) * new Vector<float>(u, i);
                for (var k = 0; k < 4; k++)
                    sum += new Vector<float>(links[k], i) * new Vector<float>(u, i + offsets[k])
                        + new Vector<float>(links[k], i - offsets[k]) * new Vector<float>(u, i - offsets[k]);
                sum.CopyTo(result, i);
            }

            for (; i < end; i++)
            {
                var sum = right[i] - Diagonal[i] * u[i];
                for (var k = 0; k < 4; k++)
                    sum += links[k][i] * u[i + offsets[k]] + links[k][i - offsets[k]] * u[i - offsets[k]];
                result[i] = sum;
            }
        }
    }

    private void ForEachLink(int x, int y, Action<int, int> found)
    {
        if (x + 1 < Width) found(0, y * Width + x + 1);
        if (y + 1 == Height) return;
        found(1, (y + 1) * Width + x);
        if (x + 1 < Width) found(2, (y + 1) * Width + x + 1);
        if (x > 0) found(3, (y + 1) * Width + x - 1);
    }

    private void AddLinks(AffinityGrid coarse, int x, int y)
    {
        var (left, top) = (x / 2, y / 2);
        for (var k = 0; k < 4; k++)
        {
            var (right, bottom) = ((k == 3 ? x - 1 : k == 1 ? x : x + 1) / 2, (k == 0 ? y : y + 1) / 2);
            var weight = links[k][At(x, y)];
            if (weight == 0 || (left, top) == (right, bottom)) continue;
            if (top == bottom) coarse.links[0][coarse.At(Math.Min(left, right), top)] += weight;
            else coarse.links[right == left ? 1 : right > left ? 2 : 3][coarse.At(left, top)] += weight;
        }
    }

    private void SumDiagonal()
    {
        Diagonal.AsSpan().Fill(1);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var i = At(x, y);
                Diagonal[i] = Mass[i];
                for (var k = 0; k < 4; k++) Diagonal[i] += links[k][i] + links[k][i - offsets[k]];
            }
    }
}
