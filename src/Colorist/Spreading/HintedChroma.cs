using System.Numerics;
using Colorist.Imaging;

namespace Colorist.Spreading;

/// <summary>Colours a small picture by hints, with other colours where no hint speaks, or by the hints alone.</summary>
internal static class HintedChroma
{
    private const float StrokeMass = 100; // far above all links of a point together: strokes do not give way

    /// <summary>Finds colours.</summary>
    /// <param name="lightness">The small picture.</param>
    /// <param name="hints">For the photo that the small picture is of; at least one.</param>
    /// <param name="prior">As large as the small picture; null for the hints alone, as Levin's method has it.</param>
    /// <param name="iterations">Is told how many iterations each plane took.</param>
    /// <returns>As large as the small picture.</returns>
    public static ChromaPlanes Find(LightnessPlane lightness, Hints hints, ChromaPlanes? prior, Action<int>? iterations = null)
    {
        var strokes = Cells(lightness, hints);
        var reach = StrokeReach.Of(lightness, strokes.Keys);
        float[] a = new float[lightness.Values.Length], b = new float[a.Length], mass = new float[a.Length];
        for (var i = 0; i < a.Length; i++)
        {
            var near = strokes[reach.Nearest[i]];
            var share = prior is null ? 1 : MathF.Exp(-reach.Distance[i] * reach.Distance[i]); // of the stroke, against the prior
            (a[i], b[i]) = prior is null ? (near.X, near.Y) : (share * near.X + (1 - share) * prior.A[i], share * near.Y + (1 - share) * prior.B[i]);
            mass[i] = reach.Distance[i] == 0 ? StrokeMass : prior is null ? 0 : ColourSpread.FieldMass;
        }

        return ColourSpread.Solve(lightness, new ChromaPlanes(lightness.Width, lightness.Height, a, b), mass, iterations);
    }

    /// <summary>The mean colour of the hints in each point of the small picture that has any.</summary>
    private static Dictionary<int, Vector2> Cells(LightnessPlane lightness, Hints hints)
    {
        var sums = new Dictionary<int, (Vector2 Sum, int Count)>();
        foreach (var point in hints.Points)
        {
            var x = (int)((long)point.X * lightness.Width / hints.Width);
            var y = (int)((long)point.Y * lightness.Height / hints.Height);
            var (sum, count) = sums.GetValueOrDefault(y * lightness.Width + x);
            sums[y * lightness.Width + x] = (sum + point.Chroma, count + 1);
        }

        return sums.ToDictionary(pair => pair.Key, pair => pair.Value.Sum / pair.Value.Count);
    }
}
