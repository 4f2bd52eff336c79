using System.Globalization;

namespace Colorist;

/// <summary>Encodes frames into a file of encoded video, with ffmpeg. Disposing it unfinished ends ffmpeg.</summary>
/// <remarks>
/// Frames have their number for a time, at the film's mean rate; their true times are given to them when the segments
/// are joined. So encoders get what they expect, a steady rate, and each segment is encoded with the same settings
/// whatever its times are.
/// </remarks>
internal sealed class FilmEncoder : IDisposable
{
    private readonly FfmpegRun run;
    private readonly string path;

    /// <param name="path">The NUT file to write.</param>
    /// <param name="film">Whose tags the video gets.</param>
    /// <param name="layout">Size and depth of the frames.</param>
    /// <param name="codec">The encoder.</param>
    public FilmEncoder(string path, Film film, FrameLayout layout, FilmCodec codec)
    {
        this.path = path;
        run = new FfmpegRun(
        [
            "-f", "rawvideo", "-pix_fmt", layout.PixelFormat, "-video_size",
            $"{layout.FrameWidth}x{layout.FrameHeight}",
            "-framerate", $"{film.Rate}", "-i", "pipe:0",
            "-vf", VideoTags.Filter(film), .. codec.Arguments, "-pix_fmt", layout.PixelFormat,
            .. VideoTags.Options(film), .. VideoTags.Fields(film, codec),
            "-f", "nut", "-y", Ffmpeg.Url(path),
        ]);
    }

    /// <summary>Encodes a frame.</summary>
    /// <exception cref="FilmException">Ffmpeg failed; its words are in the message.</exception>
    public void Write(byte[] frame)
    {
        try
        {
            run.Input.Write(frame);
        }
        catch (IOException exception)
        {
            throw Failed(run.Finish() ?? exception.Message, exception);
        }
    }

    /// <summary>Waits until everything is written.</summary>
    /// <exception cref="FilmException">Ffmpeg failed; its words are in the message.</exception>
    public void Finish()
    {
        if (run.Finish() is { } failure) throw Failed(failure, null);
    }

    public void Dispose() => run.Dispose();

    private FilmException Failed(string words, Exception? exception) =>
        new(path, "ffmpeg to encode the film", words, exception);
}
