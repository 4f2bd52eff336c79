namespace Colorist;

/// <summary>
/// Runs the local network over a picture too large for one run. Every tile is seen with a rim of its neighbours as wide
/// as the network looks, so that what comes out is what one run would give; zero padding falls only where the picture
/// itself ends.
/// </summary>
internal static class Tiles
{
    // a run sees 912×912 pixels with the paper's network, 1216×1216 with context, 1536×1536 with a ResNet-18
    private const int Side = 768;

    /// <param name="lightness">The picture, not yet moved.</param>
    /// <param name="predict">One run of the local network, with the one scene of the picture.</param>
    /// <param name="shape">Of the network: a tile has its margin of pixels around it.</param>
    /// <param name="side">Of a tile, a multiple of what the network divides sides by.</param>
    /// <returns>The photo's rows and columns, divided by <see cref="NetworkShape.ChromaDivides"/>.</returns>
    public static CompactChroma Predict(
        LightnessRows lightness, Func<LightnessPlane, ChromaPlanes> predict, NetworkShape shape, int side = Side)
    {
        var (width, height) = (lightness.Width, lightness.Height);
        var (margin, divides) = (shape.Margin, shape.ChromaDivides);
        var chroma = new CompactChroma(lightness.ChromaSize.Width, lightness.ChromaSize.Height);
        for (var top = 0; top < height; top += side)
        {
            var bottom = Math.Min(top + side, height);
            lightness.MoveTo(Math.Max(0, top - margin), Math.Min(bottom + margin, height));
            for (var left = 0; left < width; left += side)
            {
                var right = Math.Min(left + side, width);
                var from = Math.Max(0, left - margin);
                var seen = predict(lightness.Columns(from, Math.Min(right + margin, width)));
                var (x, y) = ((left - from) / divides, (top - lightness.Top) / divides);
                var part = (x, y, (right - left) / divides, (bottom - top) / divides);
                chroma.Place(left / divides, top / divides, seen, part);
            }
        }

        return chroma;
    }
}
