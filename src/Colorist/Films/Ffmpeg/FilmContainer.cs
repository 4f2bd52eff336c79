namespace Colorist;

/// <summary>The files that films are written to: one each.</summary>
internal static class FilmContainer
{
    private static readonly string[] Written =
    [
        ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".vob", ".ts", ".mts", ".m2ts", ".mxf",
        ".nut", ".flv", ".wmv", ".asf",
        ".ogv", ".ogg", ".3gp", ".3g2", ".gxf", ".wtv", ".h264", ".264", ".h265", ".265", ".hevc", ".m2v", ".ivf",
        ".obu", ".mjpeg", ".y4m", ".dv",
    ];

    private static readonly string[] Pictures = [".gif", ".apng", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".bmp",
        ".tif", ".tiff", ".dpx", ".exr", ".ppm", ".pgm"];

    /// <summary>Whether files of an extension are Matroska's.</summary>
    public static bool IsMatroska(string extension) => extension is ".mkv" or ".webm";

    /// <summary>Whether files of an extension are QuickTime's, which have edit lists.</summary>
    public static bool IsQuickTime(string extension) => extension is ".mp4" or ".mov" or ".m4v";

    /// <summary>Checks an extension before any work.</summary>
    /// <exception cref="FilmException">It is none, or one of pictures, playlists or others.</exception>
    public static void Check(string output)
    {
        var extension = Path.GetExtension(output).ToLowerInvariant();
        if (extension.Length < 2)
            throw new FilmException(output, "an extension that says the container, .mp4 or .mkv for instance", "none");
        if (Pictures.Contains(extension))
            throw new FilmException(
                output, "a container for films, .mp4 or .mkv for instance", $"one for pictures, {extension}");
        if (!Written.Contains(extension))
            throw new FilmException(output, "a container of one file, .mp4 or .mkv for instance", extension);
    }
}
