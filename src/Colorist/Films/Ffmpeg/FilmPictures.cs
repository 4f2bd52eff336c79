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
        var size = string.Create(CultureInfo.InvariantCulture, $"scale={width}:{height}:flags=area:in_color_matrix={Matrix(film)}");
        using var run = new FfmpegRun(
        [
            "-noautorotate", .. Ffmpeg.Input(film.Path), "-map", $"0:{film.Video.Index}", "-vf", size,
            .. Ffmpeg.EveryFrame, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1",
        ]);
        while (true)
        {
            var pixels = new byte[width * height * 3];
            if (run.Output.ReadAtLeast(pixels, pixels.Length, throwOnEndOfStream: false) < pixels.Length) break;
            yield return new RgbPicture(width, height, pixels);
        }

        if (run.Finish() is { } failure) throw new FilmException(film.Path, "frames", failure);
    }

    private static string Matrix(Film film) => Film.MatrixOf(film.Video) == "bt709" ? "bt709" : "bt601";
}
