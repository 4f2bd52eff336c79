namespace Colorist;

/// <summary>Reads a photo's lightness in one pass, scaled on the way.</summary>
internal static class LightnessReader
{
    public static LightnessPlane Read(PhotoSource source, int width, int height, CancellationToken stop) =>
        source.Guard(() =>
    {
        // Twice the wanted size is left for exact averaging: shrinking inside the decoder averages stored values, not
        // L*.
        using var strips = new Strips(source.OpenShrunk(2 * width, 2 * height, stop));
        var smaller = (Width: Math.Min(width, strips.Width), Height: Math.Min(height, strips.Height));
        var mean = new AreaAverage(strips.Height, smaller.Width, smaller.Height);
        foreach (var (_, rows, pixels) in strips.Read(stop)) Add(mean, strips, rows, pixels, smaller.Width);
        return new LightnessPlane(smaller.Width, smaller.Height, mean.Values).ResizeTo(width, height);
    }, stop);

    private static void Add(AreaAverage mean, Strips strips, int rows, byte[] pixels, int newWidth)
    {
        var shrunk = new float[rows * newWidth];
        Parallel.For(0, rows, () => new float[LabRow.Padded(strips.Width)], (row, _, buffer) =>
        {
            var lightness = buffer.AsSpan(0, strips.Width);
            PixelRow.Luminance(
                pixels.AsSpan(row * strips.BytesPerRow, strips.BytesPerRow), strips.Bands, strips.Bits, lightness);
            LabRow.ToLightness(buffer);
            AreaAverage.Shrink(lightness, shrunk.AsSpan(row * newWidth, newWidth));
            return buffer;
        }, _ => { });
        for (var row = 0; row < rows; row++) mean.Add(shrunk.AsSpan(row * newWidth, newWidth));
    }
}
