using NetVips;

namespace Colorist;

/// <summary>
/// A picture whose values lie in the file one after the other, not packed: PNM and BMP, which libvips' own builds leave
/// out.
/// </summary>
/// <param name="Offset">Where the first row begins.</param>
/// <param name="RowBytes">From one row to the next.</param>
/// <param name="Rows">How many.</param>
/// <param name="Shape">Makes a picture of rows of bytes, RowBytes wide.</param>
/// <param name="Told">What the file says about its picture.</param>
internal sealed record PlainPicture(long Offset, int RowBytes, int Rows, Func<Image, Image> Shape, PhotoMetadata Told)
{
    /// <summary>Opens it; libvips reads what is asked for and no more.</summary>
    public Image Open(string path)
    {
        using var rows = Image.Rawload(path, RowBytes, Rows, 1, offset: (ulong)Offset);
        return Shape(rows);
    }

    /// <summary>The same in memory.</summary>
    /// <exception cref="VipsException">It is cut short.</exception>
    public Image Open(ReadOnlySpan<byte> file)
    {
        if (Offset + (long)RowBytes * Rows > file.Length)
            throw new VipsException("fewer bytes than the picture has pixels");
        using var rows = Image.NewFromMemoryCopy(
            file.Slice((int)Offset, RowBytes * Rows), RowBytes, Rows, 1, Enums.BandFormat.Uchar);
        return Shape(rows);
    }

    /// <summary>The pixels of rows in which a byte holds several of them, the first in its highest bits.</summary>
    /// <param name="rows">Bytes.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="bits">Of a pixel: 1 or 4.</param>
    /// <returns>One band, 0 to what the bits hold.</returns>
    public static Image Unpack(Image rows, int width, int bits)
    {
        var parts = Enumerable.Range(1, 8 / bits).Select(i => (rows >> (8 - i * bits)) & ((1 << bits) - 1)).ToArray();
        using var joined = parts[0].Bandjoin(parts[1..]);
        using var wide = joined.Bandunfold();
        foreach (var part in parts) part.Dispose();
        return wide.Crop(0, 0, width, rows.Height);
    }
}
