namespace Colorist;

/// <summary>
/// Spreads colours over alike neighbours: the least squares of links between alike points and of points held to a
/// colour.
/// </summary>
internal static class ColorSpread
{
    /// <summary>
    /// A light hold on a colour, for places that are neither free nor painted: it gives way to neighbours about 7
    /// points around.
    /// </summary>
    public const float FieldMass = 0.02f;

    private const float Tolerance = 1e-4f;

    /// <summary>
    /// Minimises Σ w(r,s) (u(r) − u(s))² over links + Σ m(r) (u(r) − wanted(r))² over points, for a* and for b*.
    /// </summary>
    /// <param name="lightness">What says which neighbours are alike.</param>
    /// <param name="wanted">The colours, as large as the lightness; the first guess where nothing is held.</param>
    /// <param name="mass">m, 0 or more, as large as the lightness: beside links of 0.0001 to 1.</param>
    public static ChromaPlanes Solve(LightnessPlane lightness, ChromaPlanes wanted, float[] mass)
    {
        var solved = Solve(lightness, [wanted.A, wanted.B], mass);
        return new ChromaPlanes(lightness.Width, lightness.Height, solved[0], solved[1]);
    }

    /// <summary>The same for any planes, each by itself.</summary>
    /// <param name="lightness">What says which neighbours are alike.</param>
    /// <param name="wanted">As large as the lightness each; the first guess where nothing is held.</param>
    /// <param name="mass">m, 0 or more, as large as the lightness: beside links of 0.0001 to 1.</param>
    /// <param name="iterations">Is told how many iterations each plane took.</param>
    public static float[][] Solve(
        LightnessPlane lightness, float[][] wanted, float[] mass, Action<int>? iterations = null) =>
        Solve(AffinityGrid.FromLightness(lightness), wanted, mass, iterations);

    /// <summary>The same on a grid that links points already, and holds them then.</summary>
    public static float[][] Solve(AffinityGrid grid, float[][] wanted, float[] mass, Action<int>? iterations = null)
    {
        grid.Hold(mass);
        var preconditioner = new Multigrid(grid);
        var solved = Array.ConvertAll(wanted, _ => new float[mass.Length]);
        Parallel.For(0, wanted.Length, plane =>
        {
            var count = Solve(grid, preconditioner.Twin(), wanted[plane], solved[plane]);
            iterations?.Invoke(count);
        });
        return solved;
    }

    private static int Solve(AffinityGrid grid, Multigrid preconditioner, float[] wanted, float[] solved)
    {
        float[] right = new float[grid.Length], u = new float[grid.Length];
        for (var y = 0; y < grid.Height; y++) wanted.AsSpan(y * grid.Width, grid.Width).CopyTo(u.AsSpan(grid.At(0, y)));
        for (var i = 0; i < u.Length; i++) right[i] = grid.Mass[i] * u[i];
        var iterations = ConjugateGradients.Solve(grid, preconditioner, right, u, Tolerance);
        for (var y = 0; y < grid.Height; y++) u.AsSpan(grid.At(0, y), grid.Width).CopyTo(solved.AsSpan(y * grid.Width));
        return iterations;
    }
}
