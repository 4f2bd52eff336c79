namespace Colorist;

/// <summary>
/// A window over the lightness of a photo at full size that moves from top to bottom. On the right and below, the last
/// column and row are repeated until both sides are as the local network wants them.
/// </summary>
internal sealed class LightnessRows : IDisposable
{
    private readonly PhotoSource source;
    private readonly Strips strips;
    private readonly IEnumerator<(int Top, int Rows, byte[] Pixels)> stored;
    private readonly float[] strip;
    private int stripRows;
    private int taken; // rows of the strip
    private float[] window = [];
    private int bottom;

    /// <param name="source">The photo.</param>
    /// <param name="shape">Of the network that will see it.</param>
    public LightnessRows(PhotoSource source, NetworkShape shape)
    {
        this.source = source;
        strips = new Strips(source.Open());
        stored = strips.Read().GetEnumerator();
        strip = new float[Strips.Rows * LabRow.Padded(strips.Width)];
        (Width, Height) = (shape.Padded(strips.Width), shape.Padded(strips.Height));
        var divides = shape.ChromaDivides;
        ChromaSize = ((strips.Width + divides - 1) / divides, (strips.Height + divides - 1) / divides);
    }

    /// <summary>Columns, a multiple of what the network divides sides by.</summary>
    public int Width { get; }

    /// <summary>Rows, a multiple of what the network divides sides by.</summary>
    public int Height { get; }

    /// <summary>Columns and rows of the photo's chroma, what was repeated left out.</summary>
    public (int Width, int Height) ChromaSize { get; }

    /// <summary>The first row in the window.</summary>
    public int Top { get; private set; }

    /// <summary>Moves the window down; rows that it leaves are gone.</summary>
    /// <exception cref="PhotoException">The picture is damaged, cut short or gone.</exception>
    public void MoveTo(int newTop, int newBottom)
    {
        var next = new float[(newBottom - newTop) * Width];
        window.AsSpan(Math.Min(window.Length, (newTop - Top) * Width)).CopyTo(next);
        (window, Top) = (next, newTop);
        for (; bottom < newBottom; bottom++) ReadRow(window.AsSpan((bottom - Top) * Width, Width));
    }

    /// <returns>L* of some columns of the window.</returns>
    public LightnessPlane Columns(int left, int right)
    {
        var rows = bottom - Top;
        var values = new float[rows * (right - left)];
        for (var y = 0; y < rows; y++)
            window.AsSpan(y * Width + left, right - left).CopyTo(values.AsSpan(y * (right - left)));
        return new LightnessPlane(right - left, rows, values);
    }

    public void Dispose()
    {
        stored.Dispose();
        strips.Dispose();
    }

    private void ReadRow(Span<float> row)
    {
        if (taken == stripRows && source.Guard(stored.MoveNext)) ReadStrip();
        var from = Math.Min(taken++, stripRows - 1); // past the end the last row again
        strip.AsSpan(from * LabRow.Padded(strips.Width), strips.Width).CopyTo(row);
        row[strips.Width..].Fill(row[strips.Width - 1]);
    }

    private void ReadStrip()
    {
        var (_, rows, pixels) = stored.Current;
        var width = LabRow.Padded(strips.Width);
        Parallel.For(0, rows, y =>
        {
            var row = strip.AsSpan(y * width, width);
            PixelRow.Luminance(pixels.AsSpan(y * strips.BytesPerRow, strips.BytesPerRow), strips.Bands, strips.Bits,
                row[..strips.Width]);
            LabRow.ToLightness(row);
        });
        (stripRows, taken) = (rows, 0);
    }
}
