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
        solution.AsSpan().Clear();
        Smooth(wanted, solution, coarser is null ? CoarsestSteps : 1);
        if (coarser is null) return;
        Correct(wanted, solution);
        Smooth(wanted, solution, 1);
    }

    private void Correct(float[] wanted, float[] solution)
    {
        var coarse = coarser!.grid;
        grid.Residual(wanted, solution, remainder);
        coarser.right.AsSpan().Clear();
        for (var y = 0; y < grid.Height; y++)
            for (int x = 0, from = grid.At(0, y), to = coarse.At(0, y / 2); x < grid.Width; x++)
                coarser.right[to + x / 2] += remainder[from + x];
        coarser.Solve(coarser.right, coarser.correction);
        for (var y = 0; y < grid.Height; y++)
            for (int x = 0, to = grid.At(0, y), from = coarse.At(0, y / 2); x < grid.Width; x++)
                solution[to + x] += coarser.correction[from + x / 2];
    }

    private void Smooth(float[] wanted, float[] solution, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            grid.Residual(wanted, solution, remainder);
            for (var y = 0; y < grid.Height; y++)
                for (int i = grid.At(0, y), end = i + grid.Width; i < end; i++)
                    solution[i] += Damping * remainder[i] / grid.Diagonal[i];
        }
    }
}
