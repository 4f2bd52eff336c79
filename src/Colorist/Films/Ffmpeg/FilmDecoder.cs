using System.Runtime.InteropServices;

namespace Colorist;

/// <summary>Decodes a film's luma, every frame with its time, one frame at a time.</summary>
/// <remarks>
/// The luma is taken out by ffmpeg's <c>extractplanes</c>, which copies it; a conversion to a grey pixel format would
/// stretch limited range to full. Pictures stored as red, green and blue have no luma and are converted once, to
/// limited range.
/// </remarks>
internal sealed class FilmDecoder(
    Film film, FilmSpan span, FrameMemory memory, (int Width, int Height) renderSize,
    MarkedFrames? marked = null)
{
    private readonly LumaLightness lightness = new(film.Signal);
    private readonly List<FilmDamage> damages = [];
    private double seconds;

    /// <summary>What was broken in the file, as far as it was read.</summary>
    public IReadOnlyList<FilmDamage> Damages
    {
        get
        {
            lock (damages) return [.. damages];
        }
    }

    /// <summary>Reads the frames in the order they are shown.</summary>
    /// <param name="start">Number of the first frame that is wanted; those before it are only decoded.</param>
    /// <exception cref="FilmException">Not even one frame can be decoded, or ffmpeg was ended from outside.</exception>
    public IEnumerable<LumaFrame> Read(long start = 0)
    {
        using var run = new FfmpegRun(Arguments(), Told);
        var reader = Open(run);
        long index = 0;
        var ended = false;
        long? late = null;
        for (var packet = reader?.Read(); packet is { } frame && !ended; packet = reader!.Read())
        {
            var time = reader!.Stream.TimeBase.Convert(frame.Time, film.TimeBase);
            time += FilmClock.Missing(film) - (late ??= Lateness(time));
            seconds = time * film.TimeBase.Value - film.StartTime;
            ended = span.EndsBy(seconds);
            if (ended || span.BeginsAfter(seconds) || index++ < start)
            {
                memory.Return(frame.Data);
                continue;
            }

            Shift(frame.Data);
            var luma = new LumaFrame(
                index - 1, time, frame.Data, lightness.Resize(frame.Data, (film.Width, film.Height), renderSize));
            yield return marked?.On(luma) ?? luma;
        }

        if (ended && index > 0) yield break; // the rest is not wanted
        var failure = run.Finish();
        if (index == 0)
            throw new FilmException(film.Path, "frames", failure
                ?? (span.IsWhole ? "none" : "none in the part asked for"));
        if (failure is not null && run.WasEnded)
            throw new FilmException(film.Path, "ffmpeg to decode it to the end", $"it ended from outside ({failure})")
            {
                Option = nameof(FilmOptions.Resume)
            };
        if (failure is not null) Told(failure);
    }

    /// <summary>
    /// AVI files have times of decoding only, which are ahead of those of showing by as many frames as may be shown
    /// later than decoded.
    /// </summary>
    private long Lateness(long first)
    {
        if (film.Probe.Format.FormatName != "avi" || film.Video.HasBFrames == 0) return 0;
        var delay = (long)Math.Round(film.Video.HasBFrames / film.Rate.Value / film.TimeBase.Value);
        return first * film.TimeBase.Value - film.StartTime >= (delay - 0.5) * film.TimeBase.Value ? delay : 0;
    }

    private NutReader? Open(FfmpegRun run)
    {
        try
        {
            return new NutReader(run.Output, memory.Take);
        }
        catch (EndOfStreamException)
        {
            return null; // ffmpeg says why
        }
    }

    private IEnumerable<string> Arguments() =>
    [
        .. span.Seek(film), .. FilmClock.AsInTheFilm(film), "-noautorotate", .. Ffmpeg.Input(film.Path),
        "-map", $"0:{film.Video.Index}", "-map_metadata", "-1", "-map_chapters", "-1",
        "-vf", Filter(), "-c:v", "rawvideo", "-pix_fmt", PixelFormat(), "-enc_time_base", $"{film.TimeBase}",
        .. Ffmpeg.EveryFrame,
        "-f", "nut", "-write_index", "0", "pipe:1", .. FilmClock.AsEverywhere(film, "0:a?"),
    ];

    private string Filter() => film.HasLuma
        ? film.Stored.HasLumaPlane
            ? "extractplanes=y"
            : $"format=yuv444p{(film.StoredBits > 8 ? $"{film.StoredBits}le" : "")},extractplanes=y"
        : $"scale=out_color_matrix={(film.Signal.Kr > 0.25f ? "bt601" : "bt709")}:out_range=limited,format={(film.Bits > 8 ? "yuv444p10" : "yuv444p")},extractplanes=y";

    private string PixelFormat() =>
        !film.HasLuma ? film.Bits > 8 ? "gray10le" : "gray" : film.StoredBits > 8 ? $"gray{film.StoredBits}le" : "gray";

    /// <summary>Brings 9 bits up and more than 10 down to 10, the depth that encoders take.</summary>
    private void Shift(byte[] luma)
    {
        if (!film.HasLuma || film.StoredBits is 8 or 10) return;
        var codes = MemoryMarshal.Cast<byte, ushort>(luma.AsSpan());
        var bits = film.StoredBits - 10;
        for (var i = 0; i < codes.Length; i++)
            codes[i] = bits < 0
                ? (ushort)(codes[i] << -bits)
                : (ushort)Math.Min(film.Signal.Most, codes[i] + (1 << bits - 1) >> bits);
    }

    private void Told(string words)
    {
        lock (damages) damages.Add(new FilmDamage(TimeSpan.FromSeconds(Math.Max(0, seconds)), words));
    }
}
