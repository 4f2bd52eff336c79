using NetVips;

namespace Colorist;

/// <summary>Reads a picture from top to bottom, some rows at a time, so that never more than a strip is held.</summary>
internal sealed class Strips : IDisposable
{
    /// <summary>Rows of each strip but the last.</summary>
    internal const int Rows = 64;

    private readonly Image image;
    /// <param name="image">8 or 16 bit; disposed with this.</param>
    public Strips(Image image)
    {
        this.image = image;
        // a question to libvips each: too dear to ask per pixel
        (Width, Height, Bands) = (image.Width, image.Height, image.Bands);
        Bits = image.Format == Enums.BandFormat.Ushort ? 16 : 8;
    }

    /// <summary>The picture itself, for its metadata.</summary>
    public Image Image => image;

    public int Width { get; }

    public int Height { get; }

    public int Bands { get; }

    public int Bits { get; }

    public bool HasAlpha => Bands is 2 or 4;

    public int BytesPerRow => Width * Bands * Bits / 8;

    /// <param name="stop">Ends it before the next strip.</param>
    /// <returns>Each strip: its first row, its number of rows and its pixels as libvips holds them.</returns>
    public IEnumerable<(int Top, int Rows, byte[] Pixels)> Read(CancellationToken stop = default)
    {
        for (var top = 0; top < Height; top += Rows)
        {
            stop.ThrowIfCancellationRequested();
            var rows = Math.Min(Rows, Height - top);
            yield return (top, rows, Fetch(top, rows));
        }
    }

    public void Dispose() => image.Dispose();

    /// <summary>A region belongs to one thread, and who asks for the next strip may be another one.</summary>
    private byte[] Fetch(int top, int rows)
    {
        using var region = Region.New(image);
        return region.Fetch(0, top, Width, rows);
    }
}
