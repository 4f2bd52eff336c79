using System.Numerics.Tensors;

namespace Colorist;

/// <summary>Conjugate gradients with a preconditioner (Hestenes, Stiefel 1952; Shewchuk 1994, section B3).</summary>
internal static class ConjugateGradients
{
    private const int MaxIterations = 300;

    /// <summary>Solves A u = right.</summary>
    /// <param name="grid">A.</param>
    /// <param name="preconditioner">Solves the same roughly; not shared with another thread.</param>
    /// <param name="right">The right side.</param>
    /// <param name="u">A first guess; receives the solution.</param>
    /// <param name="tolerance">
    /// How much smaller the error shall get, in the norm that the preconditioner measures.
    /// </param>
    /// <returns>The number of iterations.</returns>
    public static int Solve(AffinityGrid grid, Multigrid preconditioner, float[] right, float[] u, float tolerance)
    {
        float[] residual = new float[grid.Length], direction =
            new float[grid.Length], image = new float[grid.Length], step = new float[grid.Length];
        var zero = new float[grid.Length];
        grid.Residual(right, u, residual);
        preconditioner.Solve(residual, direction);
        var first = TensorPrimitives.Dot<float>(residual, direction);
        var energy = first;
        for (var iteration = 0; ; iteration++)
        {
            if (energy <= first * tolerance * tolerance || iteration == MaxIterations) return iteration;
            grid.Residual(zero, direction, image); // −A d
            var length = -energy / TensorPrimitives.Dot<float>(direction, image);
            TensorPrimitives.MultiplyAdd(direction, length, u, u);
            TensorPrimitives.MultiplyAdd(image, length, residual, residual);
            preconditioner.Solve(residual, step);
            var next = TensorPrimitives.Dot<float>(residual, step);
            TensorPrimitives.MultiplyAdd(direction, next / energy, step, direction);
            energy = next;
        }
    }
}
