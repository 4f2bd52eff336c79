namespace Colorist;

/// <summary>Which streams the result has, in the film's order, and what is said about them.</summary>
internal sealed class FilmPlan
{
    private static readonly string[] NoteKeys = ["comment", "description", "synopsis"];

    private readonly Film film;
    private readonly List<ProbedStream> kept = [];
    private readonly List<ProbedStream> converted = [];
    private readonly List<string> notes = [];

    private FilmPlan(Film film) => this.film = film;

    /// <summary>What is to be known of the result.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>For ffmpeg: where each stream comes from. Input 0 is the coloured video, input 1 the film.</summary>
    public IEnumerable<string> Maps =>
    [
        .. kept.SelectMany(stream => (string[])["-map", stream == film.Video ? "0:v:0" : $"1:{stream.Index}"]),
        .. kept.SelectMany((stream, place) => (string[])[$"-map_metadata:s:{place}", $"1:s:{stream.Index}"]),
    ];

    /// <summary>For ffmpeg: the streams that are not copied.</summary>
    public IEnumerable<string> Conversions => converted.SelectMany(stream => (string[])[$"-c:{kept.IndexOf(stream)}", SubtitleCodec(stream)]);

    /// <summary>For ffmpeg, before the input with the video: how players turn the pictures.</summary>
    public IEnumerable<string> RotationBefore => film.Rotation is { } degrees && Ffmpeg.IsAtLeast(6, 0) ? ["-display_rotation", FilmSpan.Text(degrees)] : [];

    private string OutputExtension { get; init; } = "";

    private int Place => kept.IndexOf(film.Video);

    /// <summary>Finds out which streams fit into a container, by letting ffmpeg begin one.</summary>
    /// <param name="film">The film.</param>
    /// <param name="codec">The encoder of the coloured video.</param>
    /// <param name="layout">The size of its frames.</param>
    /// <param name="trial">A file to try with, of the result's extension; it is deleted.</param>
    /// <exception cref="FilmException">The encoder does not work or does not fit, or sound or subtitles do not.</exception>
    public static FilmPlan Make(Film film, FilmCodec codec, FrameLayout layout, string trial)
    {
        var plan = new FilmPlan(film) { OutputExtension = Path.GetExtension(trial).ToLowerInvariant() };
        var picture = $"color=black:size={layout.FrameWidth}x{layout.FrameHeight}:rate={film.Rate}";
        if (Try(trial, ["-f", "lavfi", "-i", picture, "-frames:v", "1", .. codec.Arguments, "-pix_fmt", layout.PixelFormat]) is { } refusal)
            throw new FilmException(film.Path, $"an encoder {codec.Name} that works, in a {plan.OutputExtension} file", refusal);
        foreach (var stream in film.Probe.Streams) plan.Add(stream, trial);
        if (layout.PictureWidth > film.Width || layout.FrameHeight > film.Height)
            plan.notes.Add($"{codec.Name} takes even sides only: {film.Width}×{film.Height} became {layout.PictureWidth}×{layout.FrameHeight}, the last column or row doubled");
        return plan;
    }

    /// <summary>For ffmpeg: what is said of the video that is not in its own stream.</summary>
    public IEnumerable<string> VideoDetails(FilmCodec codec)
    {
        var step = new Fraction(film.Rate.Denominator, film.Rate.Numerator);
        var disposition = string.Join('+', film.Video.Disposition.Where(flag => flag.Value != 0).Select(flag => flag.Key));
        return
        [
            $"-disposition:{Place}", disposition.Length > 0 ? disposition : "0", $"-r:{Place}", $"{film.Rate}",
            // MP4 files cut what is shown after the last frame's end, which is its beginning if nobody says how long it lasts.
            .. Ffmpeg.IsAtLeast(5, 1) ? [$"-bsf:{Place}", $"setts=pts=PTS:dts=DTS:duration={Math.Max(1, step.Convert(1, film.TimeBase))}"] : Array.Empty<string>(),
            .. OutputExtension is ".mkv" or ".webm" ? ["-avoid_negative_ts", "disabled"] : Array.Empty<string>(), // sound may begin before 0
            .. film.Rotation is { } degrees && !Ffmpeg.IsAtLeast(6, 0) ? [$"-metadata:s:{Place}", $"rotate={FilmSpan.Text(degrees)}"] : Array.Empty<string>(),
            .. OutputExtension is ".mp4" or ".mov" or ".m4v"
                ? [.. film.TimeBase.Numerator == 1 ? Timescales() : [],
                    .. codec.Name.Contains("265", StringComparison.Ordinal) ? [$"-tag:{Place}", "hvc1"] : Array.Empty<string>()]
                : Array.Empty<string>(),
        ];
    }

    /// <summary>The film's own steps of time; QuickTime counts where a track begins in other steps than the track's, of 1 ms by default.</summary>
    private string[] Timescales() =>
    [
        "-video_track_timescale", $"{film.TimeBase.Denominator}",
        .. Ffmpeg.IsAtLeast(5, 0) ? ["-movie_timescale", $"{film.TimeBase.Denominator}"] : Array.Empty<string>(),
    ];

    /// <summary>For ffmpeg: the note that the colours are computed, where the film says nothing itself.</summary>
    public IEnumerable<string> Note(string signature)
    {
        var key = NoteKeys.FirstOrDefault(key => !film.Probe.Format.Tags.Keys.Contains(key, StringComparer.OrdinalIgnoreCase));
        return key is null ? [] : ["-metadata", $"{key}=Colours computed by {signature}"];
    }

    private void Add(ProbedStream stream, string trial)
    {
        if (IsChapterText(stream)) return;
        if (stream == film.Video || Fits(stream, "copy")) kept.Add(stream);
        else if (stream.CodecType == "subtitle" && Fits(stream, SubtitleCodec(stream)))
        {
            kept.Add(stream);
            converted.Add(stream);
            notes.Add($"the subtitles of stream {stream.Index} ({stream.CodecName}) became {SubtitleCodec(stream)}, which {OutputExtension} files take");
        }
        else if (stream.CodecType is "audio" or "subtitle")
            throw new FilmException(
                film.Path, $"a container that holds its {stream.CodecType} stream {stream.Index} ({stream.CodecName})",
                $"{OutputExtension}: .mkv holds most, and the film's own extension holds all");
        else
            notes.Add($"{OutputExtension} files do not take stream {stream.Index} ({stream.CodecType}, {stream.CodecName}): left out");

        bool Fits(ProbedStream candidate, string codec) =>
            Try(trial, ["-i", Ffmpeg.Url(film.Path), "-map", $"0:{candidate.Index}", "-c", codec, "-t", "0"]) is null;
    }

    /// <summary>QuickTime keeps the names of chapters in a stream of text, which ffmpeg writes anew.</summary>
    private bool IsChapterText(ProbedStream stream) =>
        stream is { CodecType: "data", CodecName: "bin_data" or "unknown" } && film.Probe.Format.FormatName.Contains("mov", StringComparison.Ordinal);

    private string SubtitleCodec(ProbedStream stream) => OutputExtension switch
    {
        ".mp4" or ".mov" or ".m4v" => "mov_text",
        ".webm" => "webvtt",
        ".mkv" => "srt",
        _ => stream.CodecName,
    };

    private static string? Try(string trial, IEnumerable<string> arguments)
    {
        using var run = new FfmpegRun([.. arguments, "-y", Ffmpeg.Url(trial)]);
        var failure = run.Finish();
        File.Delete(trial);
        return failure;
    }
}
