using System.Globalization;
using NetVips;

namespace Colorist;

/// <summary>
/// The memory that a picture takes beyond the strip that is worked on. Bytes a pixel are what libvips and the libraries
/// beneath it took for pictures of 16 megapixels, less what they took for plain PNG.
/// </summary>
internal static class HeldMemory
{
    private const int StripRows = 2 * Strips.Rows;
    private const int ReadsScanlines = 128; // a TIFF's strips of more rows are read by line, where their packing allows

    /// <param name="image">The picture as libvips opens it.</param>
    /// <param name="page">Its page, if it is a TIFF file.</param>
    /// <param name="isHeldToTurn">Whether it has to be turned by more than a mirror from left to right.</param>
    public static long ToRead(Image image, TiffPage? page, bool isHeldToTurn)
    {
        var (pixels, bands, size) = ((long)image.Width * image.Height, image.Bands, Bytes(image.Format));
        var row = (long)image.Width * bands * size;
        var turned = isHeldToTurn ? pixels * Math.Min(bands, 4) * Math.Min(size, 2) : 0;
        var isInterlaced = image.Contains("interlaced") && Convert.ToInt32(image.Get("interlaced")) != 0;
        var loader = image.Contains("vips-loader") ? (string)image.Get("vips-loader") : "";
        return turned + StripRows * row + loader.Split("load")[0] switch
        {
            "webp" => 7 * pixels,
            "heif" => (size > 1 ? 25 : 18) * pixels,
            "gif" => 6 * pixels,
            "png" when isInterlaced => row * image.Height,
            "jpeg" when isInterlaced => 5 * pixels * bands / 2, // two bytes a coefficient, and what packs them
            "tiff" when page is not null => row * HeldRows(page, image.Height),
            _ => 0,
        };
    }

    /// <param name="format">The format to write.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="bits">Of a value, as they are written.</param>
    public static long ToWrite(PictureFormat format, int width, int height, int bits) => (long)width * height
        * format.Name switch
        {
            "WebP" => 15,
            "AVIF" => bits > 8 ? 47 : 29,
            _ => 0,
        };

    /// <exception cref="PhotoException">It is more than the limit.</exception>
    public static void Check(string name, long bytes, long limit, int width, int height)
    {
        if (bytes <= limit) return;
        throw new PhotoException(name, $"a picture that takes at most {Gigabytes(limit)} GB of memory at once",
            $"{width}×{height} pixels that take {Gigabytes(bytes)} GB")
        {
            Option = nameof(PhotoLoadOptions.MaxHeldBytes),
        };
    }

    public static string Gigabytes(long bytes) =>
        (Math.Ceiling(bytes / 1e8) / 10).ToString("0.0", CultureInfo.InvariantCulture);

    private static long HeldRows(TiffPage page, int height)
    {
        if (page.Directory[TiffId.TileHeight]?.Number() is { } tile) return 2 * Math.Clamp(tile, 1, height);
        var rows = Math.Clamp(page.Directory[TiffId.RowsPerStrip]?.Number() ?? height, 1, height);
        var isPlanar = page.Directory[TiffId.PlanarConfiguration]?.Number() == 2;
        var isJpeg = page.Directory[TiffId.Compression]?.Number() is 6 or 7;
        return isPlanar || isJpeg || rows <= ReadsScanlines ? rows : 0;
    }

    private static int Bytes(Enums.BandFormat format) => format switch
    {
        Enums.BandFormat.Uchar or Enums.BandFormat.Char => 1,
        Enums.BandFormat.Ushort or Enums.BandFormat.Short => 2,
        Enums.BandFormat.Uint or Enums.BandFormat.Int or Enums.BandFormat.Float => 4,
        Enums.BandFormat.Dpcomplex => 16,
        _ => 8,
    };
}
