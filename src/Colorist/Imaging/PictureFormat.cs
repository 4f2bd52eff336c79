using NetVips;

namespace Colorist.Imaging;

/// <summary>A format that photos are written in.</summary>
/// <param name="KeepsSixteenBits">Whether 16-bit pixels may be given; otherwise they must be 8-bit.</param>
/// <param name="Save">Encodes a picture into a file of any name.</param>
internal sealed record PictureFormat(bool KeepsSixteenBits, Action<Image, string> Save)
{
    private static readonly PictureFormat Jpeg = new(false, (image, path) =>
        image.Jpegsave(path, q: 95, subsampleMode: Enums.ForeignSubsample.Off, background: [255]));

    private static readonly PictureFormat Png = new(true, (image, path) => image.Pngsave(path));

    private static readonly PictureFormat Tiff = new(true, (image, path) => image.Tiffsave(
        path, compression: Enums.ForeignTiffCompression.Deflate, predictor: Enums.ForeignTiffPredictor.Horizontal,
        bigtiff: 8L * image.Width * image.Height > uint.MaxValue / 2));

    private static readonly PictureFormat WebP = new(false, (image, path) => image.Webpsave(path, q: 95, smartSubsample: true));

    private static readonly PictureFormat Avif = new(true, (image, path) => image.Heifsave(
        path, q: 85, compression: Enums.ForeignHeifCompression.Av1, subsampleMode: Enums.ForeignSubsample.Off));

    /// <exception cref="PhotoException">The extension is not one of those written.</exception>
    public static PictureFormat Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" => Jpeg,
        ".png" => Png,
        ".tif" or ".tiff" => Tiff,
        ".webp" => WebP,
        ".avif" => Avif,
        var other => throw new PhotoException(path, "the extension .jpg, .png, .tif, .webp or .avif", other.Length == 0 ? "none" : other),
    };
}
