namespace Colorist;

/// <summary>
/// Finds doubt by painting a picture again: in palettes that photographs of its kind have, and as its mirror image.
/// Where all give a place one colour it is sure, where they do not it is a guess.
/// </summary>
internal static class PaletteDoubt
{
    private const int Palettes = 16;
    private const int Side = 256; // the picture is seen at about this number of pixels squared

    // How wrong colours are where all paintings agree. The line of least squares over the cells of val.tar.gz is
    // 5.2 + 1.04 times their distance (docs/guides/doubt.md).
    private const float Least = 5.2f;

    /// <summary>Finds it.</summary>
    /// <param name="model">One with palettes.</param>
    /// <param name="small">The picture as the network sees it.</param>
    /// <param name="photo">Columns and rows that places are counted in.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public static Doubt Find(Model model, LightnessPlane small, (int Width, int Height) photo, CancellationToken stop)
    {
        var (width, height) = RenderSize.For(small.Width, small.Height, Side, model.Card.Shape);
        var lightness = small.ResizeTo(width, height);                                          // h×w
        var own = model.Global!.Describe(lightness);
        var seen = model.Scenery.See(lightness);                                                // once for all
        var usual = model.Scenery.Predict(seen, own);                                           // 2×h/2×w/2
        var values = new float[usual.A.Length];                                                 // h/2×w/2
        Array.Fill(values, Least);
        Add(values, usual, Mirrored(model.Scenery.Predict(model.Scenery.See(Mirrored(lightness)), own)), 1);
        var palettes = model.Palettes!.Suggest(own, Palettes);
        foreach (var palette in palettes)
        {
            stop.ThrowIfCancellationRequested();
            var other = model.Scenery.Predict(seen, own.Plus(model.Palette!.Vector(palette)));
            Add(values, usual, other, 1f / palettes.Count);
        }

        return new Doubt(lightness.ResizeTo(usual.Width, usual.Height), values, photo);
    }

    private static void Add(float[] values, ChromaPlanes usual, ChromaPlanes other, float weight)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] += weight * float.Hypot(other.A[i] - usual.A[i], other.B[i] - usual.B[i]);
    }

    private static LightnessPlane Mirrored(LightnessPlane plane) =>
        new(plane.Width, plane.Height, Mirrored(plane.Values, plane.Width));

    private static ChromaPlanes Mirrored(ChromaPlanes planes) => new(
        planes.Width, planes.Height, Mirrored(planes.A, planes.Width), Mirrored(planes.B, planes.Width));

    private static float[] Mirrored(float[] values, int width) =>
        [.. values.Chunk(width).SelectMany(Enumerable.Reverse)];
}
