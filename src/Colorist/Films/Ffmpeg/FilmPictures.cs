using System.Globalization;

namespace Colorist;

/// <summary>Decodes a film's own colours, small, for measuring how near computed ones come.</summary>
internal static class FilmPictures
{
    /// <summary>Reads every frame.</summary>
    /// <param name="film">The film.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="height">Rows of the result.</param>
    /// <returns>8-bit sRGB, height×width×3, in the order they are shown.</returns>
    /// <exception cref="FilmException">Ffmpeg is missing or failed.</exception>
    public static IEnumerable<RgbPicture> Read(Film film, int width, int height)
    {
        using var run = new FfmpegRun(Arguments(film, [], width, height));
        while (true)
        {
            if (Next(run, width, height) is not { } picture) break;
            yield return picture;
        }

        if (run.Finish() is { } failure) throw new FilmException(film.Path, "frames", failure);
    }

    /// <summary>
    /// Reads one frame near a time: the last before it that can be decoded by itself, where the file says which these
    /// are.
    /// </summary>
    /// <param name="film">The film.</param>
    /// <param name="seconds">From its beginning.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="height">Rows of the result.</param>
    /// <returns>Null if there is none, or it cannot be decoded.</returns>
    public static RgbPicture? Near(Film film, double seconds, int width, int height)
    {
        using var run =
            new FfmpegRun(Arguments(film, ["-noaccurate_seek", "-ss", FilmSpan.Text(seconds)], width, height));
        return Next(run, width, height);
    }

    private static IEnumerable<string> Arguments(Film film, string[] seek, int width, int height) =>
    [
        .. seek, "-noautorotate", .. Ffmpeg.Input(film.Path), "-map", $"0:{film.Video.Index}", "-vf",
        string.Create(
            CultureInfo.InvariantCulture, $"scale={width}:{height}:flags=area:in_color_matrix={Matrix(film)}"),
        .. Ffmpeg.EveryFrame, .. seek.Length > 0 ? ["-frames:v", "1"] : Array.Empty<string>(), "-f", "rawvideo",
        "-pix_fmt", "rgb24", "pipe:1",
    ];

    private static RgbPicture? Next(FfmpegRun run, int width, int height)
    {
        var pixels = new byte[width * height * 3];
        return run.Output.ReadAtLeast(pixels, pixels.Length, throwOnEndOfStream: false) < pixels.Length
            ? null
            : new RgbPicture(width, height, pixels);
    }

    private static string Matrix(Film film) => Film.MatrixOf(film.Video) == "bt709" ? "bt709" : "bt601";
}
