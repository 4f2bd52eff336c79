using System.Numerics.Tensors;

namespace Colorist;

/// <summary>
/// Solves a grid's system roughly, as the preconditioner of conjugate gradients: what a smoother leaves over is brought
/// to a grid of half the sides, solved there in the same way, and brought back. The grids are aggregated (a coarse
/// point is 2×2 fine ones), so that weak links stay weak on every level.
/// </summary>
internal sealed class Multigrid
{
    private const float Damping = 0.7f; // of Jacobi's steps
    private const int Smallest = 64; // points of the coarsest grid, at most: a few smoothing steps solve it well enough
    private const int CoarsestSteps = 16;

    private readonly AffinityGrid grid;
    private readonly Multigrid? coarser;
    private readonly float[] remainder;
    private readonly float[] right;
    private readonly float[] correction;

    public Multigrid(AffinityGrid grid)
    {
        this.grid = grid;
        coarser = grid.Width * grid.Height > Smallest ? new Multigrid(grid.Coarsen()) : null;
        (remainder, right, correction) = (new float[grid.Length], new float[grid.Length], new float[grid.Length]);
    }

    private Multigrid(Multigrid other)
    {
        grid = other.grid;
        coarser = other.coarser is null ? null : new Multigrid(other.coarser);
        (remainder, right, correction) = (new float[grid.Length], new float[grid.Length], new float[grid.Length]);
    }

    /// <summary>The same with memory of its own, for another thread.</summary>
    public Multigrid Twin() => new(this);

    /// <summary>Solves roughly: a fixed, symmetric, positive operation on <paramref name="wanted"/>.</summary>
    public void Solve(float[] wanted, float[] solution)
    {
        TensorPrimitives.Multiply(wanted, grid.InverseDiagonal, solution); // a step of the smoother from 0
        TensorPrimitives.Multiply(solution, Damping, solution);
        if (coarser is null)
        {
            for (var step = 1; step < CoarsestSteps; step++) Smooth(wanted, solution);
            return;
        }

        Correct(wanted, solution, coarser);
        Smooth(wanted, solution);
    }

    private void Correct(float[] wanted, float[] solution, Multigrid coarser)
    {
        var coarse = coarser.grid;
        grid.Residual(wanted, solution, remainder);
        Gather(coarse, coarser.right);
        coarser.Solve(coarser.right, coarser.correction);
        Hand(coarse, coarser.correction, solution);
    }

    /// <summary>Sums of 2×2.</summary>
    private void Gather(AffinityGrid coarse, float[] sums)
    {
        for (var y = 0; y < coarse.Height; y++)
        {
            var to = sums.AsSpan(coarse.At(0, y), coarse.Width);
            // what lies beyond an odd side is the rim, which is 0
            var above = remainder.AsSpan(grid.At(0, 2 * y), 2 * to.Length);
            var below = remainder.AsSpan(grid.At(0, 2 * y + 1), 2 * to.Length);
            for (var x = 0; x < to.Length; x++)
                to[x] = above[2 * x] + above[2 * x + 1] + below[2 * x] + below[2 * x + 1];
        }
    }
    /// <summary>Adds each value to 2×2 others.</summary>
    private void Hand(AffinityGrid coarse, float[] values, float[] solution)
    {
        for (var y = 0; y < grid.Height; y++)
        {
            var from = values.AsSpan(coarse.At(0, y / 2), coarse.Width);
            var to = solution.AsSpan(grid.At(0, y), grid.Width);
            for (var x = 0; x < to.Length / 2; x++)
            {
                to[2 * x] += from[x];
                to[2 * x + 1] += from[x];
            }

            if (int.IsOddInteger(to.Length)) to[^1] += from[^1];
        }
    }

    private void Smooth(float[] wanted, float[] solution)
    {
        grid.Residual(wanted, solution, remainder);
        TensorPrimitives.Multiply(remainder, grid.InverseDiagonal, remainder);
        TensorPrimitives.MultiplyAdd(remainder, Damping, solution, solution);
    }
}
