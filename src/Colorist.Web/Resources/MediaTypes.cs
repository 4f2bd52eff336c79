namespace Colorist.Web;

/// <summary>Content types by extension.</summary>
internal static class MediaTypes
{
    private static readonly Dictionary<string, string> OfExtension = new()
    {
        [".jpg"] = "image/jpeg",
        [".png"] = "image/png",
        [".tif"] = "image/tiff",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".mp4"] = "video/mp4",
        [".mkv"] = "video/x-matroska",
        [".mov"] = "video/quicktime",
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>The content type of files with an extension; that of unknown bytes where it is unknown.</summary>
    public static string Of(string extension) => OfExtension.GetValueOrDefault(extension, "application/octet-stream");
}
