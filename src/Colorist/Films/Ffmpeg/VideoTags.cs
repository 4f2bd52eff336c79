namespace Colorist;

/// <summary>What a film's file says about how its pictures are shown, for ffmpeg to say again.</summary>
internal static class VideoTags
{
    /// <summary>Tags the frames; no pixel is touched.</summary>
    public static string Filter(Film film)
    {
        var video = film.Video;
        var aspect = Fraction.Parse(video.SampleAspectRatio);
        return string.Join(',', Parts());

        IEnumerable<string> Parts()
        {
            yield return $"setparams=range={(film.Signal.IsFull ? "pc" : "tv")}:colorspace={Film.MatrixOf(video)}"
                + $":color_primaries={video.ColorPrimaries ?? "unknown"}:color_trc={video.ColorTransfer ?? "unknown"}"
                + (film.IsTaggedInterlaced ? $":field_mode={Fields(film)}" : "");
            if (aspect.IsKnown) yield return $"setsar={aspect}";
        }
    }

    /// <summary>Tags the video that comes out of an encoder or goes into a container.</summary>
    public static IEnumerable<string> Options(Film film)
    {
        var video = film.Video;
        return
        [
            "-color_range", film.Signal.IsFull ? "pc" : "tv",
            "-colorspace", Film.MatrixOf(video),
            .. Option("-color_primaries", video.ColorPrimaries),
            .. Option("-color_trc",
                video.ColorTransfer switch { "bt470m" => "gamma22", "bt470bg" => "gamma28", var other => other }),
            .. Option("-chroma_sample_location", video.ChromaLocation),
        ];
    }

    /// <summary>Lets the encoder keep the two fields of interlaced frames apart.</summary>
    public static IEnumerable<string> Fields(Film film, FilmCodec codec)
    {
        if (film.IsTopFieldFirst is not { } isTopFirst || !codec.TakesFields) return [];
        // x264 begins with the top field unless it is told at once, and what it writes then is at odds with what its
        // frames say
        return ["-flags", "+ildct+ilme", .. codec.Name == "libx264" && !isTopFirst
            ? ["-x264-params", "bff=1"]
            : Array.Empty<string>()];
    }

    private static string Fields(Film film) => film.IsTopFieldFirst == true ? "tff" : "bff";

    private static string[] Option(string name, string? value) =>
        value is null or "unknown" or "unspecified" or "reserved" ? [] : [name, value];
}
