namespace Colorist;

/// <summary>Colours a small picture by hints, with other colours where no hint speaks, or by the hints alone.</summary>
internal static class HintedChroma
{
    /// <summary>Finds colours.</summary>
    /// <param name="lightness">The small picture.</param>
    /// <param name="hints">For the photo that the small picture is of; at least one.</param>
    /// <param name="prior">As large as the small picture; null for the hints alone, as Levin's method has it.</param>
    /// <returns>As large as the small picture.</returns>
    public static ChromaPlanes Find(LightnessPlane lightness, Hints hints, ChromaPlanes? prior)
    {
        float[] a = new float[lightness.Values.Length], b = new float[a.Length];
        var strokes = hints.Cells(lightness.Width, lightness.Height);
        foreach (var (place, chroma) in strokes) (a[place], b[place]) = (chroma.X, chroma.Y);
        var spread = StrokeSpread.Find(lightness, strokes.Keys, [a, b], prior is null ? null : [prior.A, prior.B]);
        return new ChromaPlanes(lightness.Width, lightness.Height, spread[0], spread[1]);
    }
}
