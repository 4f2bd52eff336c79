using NetVips;

namespace Colorist;

/// <summary>A format that photos are written in.</summary>
/// <param name="KeepsSixteenBits">Whether 16-bit pixels may be given; otherwise they must be 8-bit.</param>
/// <param name="Save">Encodes a picture into a file of any name.</param>
internal sealed record PictureFormat(bool KeepsSixteenBits, Action<Image, string> Save)
{
    private const int QuickPacking = 2; // harder packing is up to twice the work, for a tenth of the size at most (docs/experiments.md)

    private static readonly PictureFormat Jpeg = new(false, (image, path) =>
        image.Jpegsave(path, q: 95, subsampleMode: Enums.ForeignSubsample.Off, background: [255]));

    // Differences of neighbours pack better than the pixels themselves.
    private static readonly PictureFormat Png = new(true, (image, path) => image.Pngsave(path, compression: QuickPacking, filter: Enums.ForeignPngFilter.Sub));

    private static readonly PictureFormat Tiff = new(true, (image, path) => image.Tiffsave(
        path, compression: Enums.ForeignTiffCompression.Deflate, level: QuickPacking, predictor: Enums.ForeignTiffPredictor.Horizontal,
        bigtiff: 8L * image.Width * image.Height > uint.MaxValue / 2));

    private static readonly PictureFormat WebP = new(false, (image, path) => image.Webpsave(path, q: 95, smartSubsample: true));

    private static readonly PictureFormat Avif = new(true, (image, path) => image.Heifsave(
        path, q: 85, compression: Enums.ForeignHeifCompression.Av1, subsampleMode: Enums.ForeignSubsample.Off));

    private static readonly Dictionary<string, PictureFormat> OfExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = Jpeg,
        [".jpeg"] = Jpeg,
        [".png"] = Png,
        [".tif"] = Tiff,
        [".tiff"] = Tiff,
        [".webp"] = WebP,
        [".avif"] = Avif,
    };

    /// <summary>The extensions, in lower case.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. OfExtension.Keys];

    /// <exception cref="PhotoException">The extension is not one of those written.</exception>
    public static PictureFormat Of(string path) => OfExtension.GetValueOrDefault(Path.GetExtension(path))
        ?? throw new PhotoException(
            path, "the extension .jpg, .png, .tif, .webp or .avif", Path.GetExtension(path) is { Length: > 0 } other ? other : "none");

    /// <summary>The extension of the format that a picture was stored in; .png if it is one that is only read.</summary>
    public static string ExtensionOf(Image stored)
    {
        var loader = stored.Contains("vips-loader") ? (string)stored.Get("vips-loader") : "";
        return loader.Split("load")[0] switch { "jpeg" => ".jpg", "tiff" => ".tif", "webp" => ".webp", "heif" => ".avif", _ => ".png" };
    }
}
