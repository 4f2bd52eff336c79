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
        var first = Dot(residual, direction);
        var energy = first;
        for (var iteration = 0; ; iteration++)
        {
            if (energy <= first * tolerance * tolerance || iteration == MaxIterations) return iteration;
            grid.Residual(zero, direction, image); // −A d
            var length = (float)(-energy / Dot(direction, image));
            AddScaled(u, direction, length);
            AddScaled(residual, image, length);
            preconditioner.Solve(residual, step);
            var next = Dot(residual, step);
            var share = (float)(next / energy);
            for (var i = 0; i < direction.Length; i++) direction[i] = step[i] + share * direction[i];
            energy = next;
        }
    }

    private static double Dot(float[] left, float[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++) sum += (double)left[i] * right[i];
        return sum;
    }

    private static void AddScaled(float[] to, float[] direction, float length)
    {
        for (var i = 0; i < to.Length; i++) to[i] += length * direction[i];
    }
}
