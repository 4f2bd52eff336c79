namespace Colorist;

/// <summary>
/// Runs the local network over a picture too large for one run. Every tile is seen with a rim of its neighbours as wide as the network
/// looks, so that what comes out is what one run would give; zero padding falls only where the picture itself ends.
/// </summary>
internal static class Tiles
{
    private const int Side = 768; // a run sees 912×912 pixels with the paper's network, 1216×1216 with context

    /// <param name="lightness">The picture, not yet moved.</param>
    /// <param name="predict">One run of the local network, with the one scene of the picture.</param>
    /// <param name="halo">Pixels around a tile, the model's <see cref="ModelCard.Reach"/>.</param>
    /// <param name="side">Of a tile, a multiple of what the network divides sides by.</param>
    /// <returns>Half as many rows and columns as the photo has.</returns>
    public static CompactChroma Predict(LightnessRows lightness, Func<LightnessPlane, ChromaPlanes> predict, int halo, int side = Side)
    {
        var (width, height) = (lightness.Width, lightness.Height);
        var chroma = new CompactChroma(lightness.HalfSize.Width, lightness.HalfSize.Height);
        for (var top = 0; top < height; top += side)
        {
            var bottom = Math.Min(top + side, height);
            lightness.MoveTo(Math.Max(0, top - halo), Math.Min(bottom + halo, height));
            for (var left = 0; left < width; left += side)
            {
                var right = Math.Min(left + side, width);
                var from = Math.Max(0, left - halo);
                var seen = predict(lightness.Columns(from, Math.Min(right + halo, width)));
                var (x, y) = ((left - from) / 2, (top - lightness.Top) / 2);
                chroma.Place(left / 2, top / 2, seen, (x, y, (right - left) / 2, (bottom - top) / 2));
            }
        }

        return chroma;
    }
}
