using NetVips;

namespace Colorist;

/// <summary>A format that photos are written in.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="KeepsSixteenBits">Whether 16-bit pixels may be given; otherwise they must be 8-bit.</param>
/// <param name="KeepsAnyBand">Whether a band beside colour may be given that is not opacity.</param>
/// <param name="Fit">Makes what is told fit into the format, and says what has no place there.</param>
/// <param name="Save">Encodes a picture, with what is told about it, into a file of any name.</param>
internal sealed record PictureFormat(
    string Name, bool KeepsSixteenBits, bool KeepsAnyBand,
    Func<PhotoMetadata, PhotoMetadata> Fit, Action<Image, PhotoMetadata, string, PictureChoices> Save)
{
    /// <summary>Whether a file may hold several pages.</summary>
    public bool KeepsPages => this == Tiff;

    /// <summary>What is read, for messages.</summary>
    public const string Read = "JPEG, PNG, TIFF, WebP, AVIF, GIF, BMP or PNM";

    private const string Profile = "icc-profile-data";
    private static readonly string[] Said = ["xmp-data", "iptc-data", "photoshop-data", "orientation",
        "jpeg-thumbnail-data", "image-description", Profile];
    private static readonly Lazy<byte[]> Srgb = new(() => Image.ProfileLoad("srgb"));

    private static readonly PictureFormat Jpeg =
        new("JPEG", false, false, JpegWriter.Fit,
            (image, told, path, choices) => JpegWriter.Save(image, told, path, choices.Quality ?? 95));

    private static readonly PictureFormat Png =
        new("PNG", true, false, told => told, (image, told, path, _) => PngWriter.Save(image, told, path));

    private static readonly PictureFormat Tiff = new("TIFF", true, true, PictureTexts.OnlyInExif,
        (image, told, path, choices) => TiffPictureWriter.Save(image, told, path, choices.ExtraIsAlpha));

    private static readonly PictureFormat WebP =
        new("WebP", false, false, ExifOnly.Fit,
            (image, told, path, choices) => WebPWriter.Save(image, told, path, choices.Quality ?? 95));

    private static readonly PictureFormat Avif =
        new("AVIF", true, false, ExifOnly.Fit,
            (image, told, path, choices) => AvifWriter.Save(image, told, path, choices.Quality ?? 85));

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

    /// <summary>The extensions of files that are read, in lower case.</summary>
    public static IReadOnlyList<string> ReadExtensions { get; } =
        [.. Extensions, ".jpe", ".jfif", ".mpo", ".gif", ".bmp", ".dib", ".pbm", ".pgm", ".ppm", ".pnm"];

    /// <exception cref="PhotoException">The extension is not one of those written.</exception>
    public static PictureFormat ForPath(string path) => OfExtension.GetValueOrDefault(Path.GetExtension(path))
        ?? throw new PhotoException(
            path, "the extension .jpg, .png, .tif, .webp or .avif",
            Path.GetExtension(path) is { Length: > 0 } other ? other : "none");

    /// <summary>
    /// Encodes the pixels of a picture, tagged as sRGB, with what is told about it and nothing that libvips knows of
    /// it.
    /// </summary>
    /// <param name="image">The picture.</param>
    /// <param name="told">What is told, as <see cref="Fit"/> leaves it.</param>
    /// <param name="path">A file of any name.</param>
    /// <param name="choices">Null for the usual ones.</param>
    public void Write(Image image, PhotoMetadata told, string path, PictureChoices? choices = null)
    {
        // WebP has no grey
        using var rgb = this == WebP && image.Bands < 3 ? image.Colourspace(Enums.Interpretation.Srgb) : image.Copy();
        using var bare = rgb.Mutate(target =>
        {
            foreach (var field in image.GetFields())
                if (field.StartsWith("exif-", StringComparison.Ordinal)
                    || field.StartsWith("png-comment", StringComparison.Ordinal) || Said.Contains(field))
                    target.Remove(field);
            if (rgb.Bands >= 3) target.Set(GValue.BlobType, Profile, Srgb.Value);
        });
        Save(bare, told, path, choices ?? new PictureChoices());
    }

    /// <summary>
    /// The extension of the format that a picture was stored in; .png if it is one that is only read.
    /// </summary>
    public static string ExtensionOf(Image stored)
    {
        var loader = stored.Contains("vips-loader") ? (string)stored.Get("vips-loader") : "";
        return loader.Split("load")[0] switch
        {
            "jpeg" => ".jpg",
            "tiff" => ".tif",
            "webp" => ".webp",
            "heif" => ".avif",
            _ => ".png"
        };
    }
}
