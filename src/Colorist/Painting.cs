namespace Colorist;

/// <summary>
/// A photo whose colours are found and wait for strokes of a brush: each change costs the spreading alone, the network
/// has had its say.
/// </summary>
/// <remarks>
/// From <see cref="Colorizer.PaintAsync"/>. Holds some megabytes, not the photo. Safe to use from several threads.
/// </remarks>
public sealed class Painting
{
    private readonly LightnessPlane small;
    private readonly Colors usual;
    private readonly ChromaPlanes? wanted;

    /// <param name="small">The lightness that the network saw, h×w.</param>
    /// <param name="usual">The colours without strokes.</param>
    /// <param name="wanted">What strokes change, 2×h×w; null where only strokes count.</param>
    internal Painting(LightnessPlane small, Colors usual, ChromaPlanes? wanted) =>
        (this.small, this.usual, this.wanted) = (small, usual, wanted);

    /// <summary>The lightness that the network saw.</summary>
    internal LightnessPlane Small => small;

    /// <summary>Finds the colours of the photo with strokes on it.</summary>
    /// <param name="hints">
    /// Strokes on the photo or on a copy of another size; null or empty for none. Kept exactly where a picture of their
    /// own size is painted with the colours, spread to alike places in every size.
    /// </param>
    /// <param name="look">Whose tone and saturation are applied; null, the default, for none.</param>
    /// <returns>For <see cref="Photo.WithChroma"/> of the photo or a copy of another size.</returns>
    public Colors Find(Hints? hints = null, Look? look = null)
    {
        var found = hints is { Count: > 0 } ? Spread(hints) : usual;
        return look is null ? found : found with { Chroma = Colorizer.Toned(found.Chroma, small, look) };
    }

    private Colors Spread(Hints hints)
    {
        var found = HintedChroma.Find(small, hints, wanted);                                    // 2×h×w
        return new Colors(usual.Scene, GuidedChroma.Fit(found, small).With(hints), found.Mean());
    }
}
