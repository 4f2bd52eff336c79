namespace Colorist;

/// <summary>
/// Spreads what some points of a small picture say to the others: the nearer on paths of like lightness, the more.
/// </summary>
internal static class StrokeSpread
{
    private const float StrokeMass = 100; // far above all links of a point together: strokes do not give way

    /// <summary>How much a stroke has to say at a distance of <see cref="StrokeReach"/>: 1 on itself.</summary>
    public static float Share(float distance) => MathF.Exp(-distance * distance);

    /// <summary>Spreads planes of values.</summary>
    /// <param name="lightness">The small picture.</param>
    /// <param name="strokes">Places of the points that speak, at least one.</param>
    /// <param name="values">What they say, height×width each; changed on the way.</param>
    /// <param name="priors">
    /// What holds where none of them speaks; null if nothing but they count, as in Levin's method.
    /// </param>
    /// <param name="farther">Times the usual reach of strokes; above 0.</param>
    /// <returns>As many planes, height×width.</returns>
    public static float[][] Find(
        LightnessPlane lightness,
        IEnumerable<int> strokes,
        float[][] values,
        float[][]? priors,
        float farther = 1)
    {
        var linking = Task.Run(() => AffinityGrid.FromLightness(lightness)); // at the same time
        var reach = StrokeReach.Find(lightness, strokes);
        var mass = new float[lightness.Values.Length];
        for (var i = 0; i < mass.Length; i++)
        {
            // of the stroke, against the prior
            var share = priors is null ? 1 : Share(reach.Distance[i] / farther);
            for (var plane = 0; plane < values.Length; plane++)
            {
                var near = values[plane][reach.Nearest[i]]; // strokes are their own nearest: they stay
                values[plane][i] = priors is null ? near : share * near + (1 - share) * priors[plane][i];
            }

            mass[i] = reach.Distance[i] == 0 ? StrokeMass : priors is null ? 0 : ColorSpread.FieldMass;
        }

        return ColorSpread.Solve(linking.GetAwaiter().GetResult(), values, mass);
    }
}
