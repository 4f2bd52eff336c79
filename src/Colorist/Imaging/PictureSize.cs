namespace Colorist;

/// <summary>Whether a file may hold as many pixels as it claims, before anything is made ready for them.</summary>
internal static class PictureSize
{
    private const long MaxPixels = 4_000_000_000;
    private const int LongestSide = 300_000; // strips of it still fit into memory
    private const long AlwaysPlausible = 50_000_000; // pixels, whatever the size of the file
    // deflate packs 8,256 white pixels into a byte, and nothing useful packs more
    private const long MaxPixelsPerByte = 20_000;

    /// <param name="name">What messages call the picture.</param>
    /// <param name="width">Columns, as its header says.</param>
    /// <param name="height">Rows, as its header says.</param>
    /// <param name="bytes">Of the file.</param>
    /// <exception cref="PhotoException">It may not.</exception>
    public static void Check(string name, long width, long height, long bytes)
    {
        var pixels = width * height;
        if (pixels > MaxPixels || Math.Max(width, height) > LongestSide)
            throw new PhotoException(name,
                $"a picture of at most {MaxPixels} pixels and {LongestSide} columns and rows", $"{width}×{height}");
        if (pixels > AlwaysPlausible && pixels / bytes > MaxPixelsPerByte)
            throw new PhotoException(name, "a picture", $"{bytes} bytes that claim to be {width}×{height} pixels");
    }
}
