namespace Colorist;

/// <summary>The size of coloured frames.</summary>
/// <param name="Width">Columns of the film.</param>
/// <param name="Height">Rows of the film.</param>
/// <param name="Even">
/// Whether odd sides become even by doubling the last column or row, because the codec takes no odd ones.
/// </param>
/// <param name="SideBySide">Whether the frame shows the film twice, grey on the left.</param>
/// <param name="Bits">8 or 10.</param>
internal readonly record struct FrameLayout(int Width, int Height, bool Even, bool SideBySide, int Bits)
{
    /// <summary>Columns of one picture.</summary>
    public int PictureWidth => Even || SideBySide ? Width + (Width & 1) : Width;

    /// <summary>Columns of a frame.</summary>
    public int FrameWidth => SideBySide ? 2 * PictureWidth : PictureWidth;

    /// <summary>Rows of a frame.</summary>
    public int FrameHeight => Even ? Height + (Height & 1) : Height;

    /// <summary>Columns of chroma of one picture.</summary>
    public int ChromaWidth => (PictureWidth + 1) / 2;

    /// <summary>Columns of chroma of a frame.</summary>
    public int FrameChromaWidth => (FrameWidth + 1) / 2;

    /// <summary>Rows of chroma.</summary>
    public int ChromaHeight => (FrameHeight + 1) / 2;

    /// <summary>1 or 2.</summary>
    public int BytesPerValue => Bits > 8 ? 2 : 1;

    /// <summary>Bytes of a frame: luma, blue chroma, red chroma.</summary>
    public int Bytes => BytesPerValue * (FrameWidth * FrameHeight + 2 * FrameChromaWidth * ChromaHeight);

    /// <summary>ffmpeg's name.</summary>
    public string PixelFormat => Bits > 8 ? "yuv420p10le" : "yuv420p";
}
