namespace Colorist;

/// <summary>Which streams the result has, in the film's order, and what is said about them.</summary>
internal sealed class FilmPlan
{
    private static readonly string[] NoteKeys = ["comment", "description", "synopsis"];

    private readonly Film film;
    private readonly List<ProbedStream> kept = [];
    private readonly List<ProbedStream> converted = [];
    private readonly List<string> notes = [];

    private readonly FilmCovers covers;
    private bool takesAnyKey;

    private FilmPlan(Film film) => (this.film, covers) = (film, new FilmCovers(film));

    /// <summary>What is to be known of the result.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>For ffmpeg: where each stream comes from. Input 0 is the coloured video, input 1 the film.</summary>
    public IEnumerable<string> Maps =>
    [
        .. kept.SelectMany(stream => (string[])["-map", stream == film.Video ? "0:v:0" : $"1:{stream.Index}"]),
        .. kept.SelectMany((stream, place) => (string[])[$"-map_metadata:s:{place}", $"1:s:{stream.Index}"]),
    ];

    /// <summary>For ffmpeg: the streams that are not copied.</summary>
    public IEnumerable<string> Conversions =>
        converted.SelectMany(stream => (string[])[$"-c:{kept.IndexOf(stream)}", SubtitleCodec(stream)]);

    /// <summary>For ffmpeg, before the input with the video: how players turn the pictures.</summary>
    public IEnumerable<string> RotationBefore =>
        film.Rotation is { } degrees && Ffmpeg.IsAtLeast(6, 0) ? ["-display_rotation", FilmSpan.Text(degrees)] : [];

    /// <summary>For ffmpeg: the covers that become attachments.</summary>
    /// <param name="folder">For their files.</param>
    /// <exception cref="FilmException">A cover cannot be read.</exception>
    public IEnumerable<string> Attachments(string folder) => covers.Attach(folder, kept.Count);

    /// <summary>For ffmpeg: what the film says of itself; of what says how its file is made, nothing.</summary>
    public IEnumerable<string> Metadata =>
    [
        "-map_metadata", "1", "-map_chapters", "1",
        .. takesAnyKey
            ? ["-movflags", "use_metadata_tags", "-metadata", "major_brand=", "-metadata", "minor_version=",
                "-metadata", "compatible_brands="]
            : Array.Empty<string>(),
    ];

    private string OutputExtension { get; init; } = "";

    private int Place => kept.IndexOf(film.Video);

    /// <summary>Finds out which streams fit into a container, by letting ffmpeg begin one.</summary>
    /// <param name="film">The film.</param>
    /// <param name="codec">The encoder of the coloured video.</param>
    /// <param name="layout">The size of its frames.</param>
    /// <param name="trial">A file to try with, of the result's extension; it is deleted.</param>
    /// <exception cref="FilmException">
    /// The encoder does not work or does not fit, or sound or subtitles do not.
    /// </exception>
    public static FilmPlan Make(Film film, FilmCodec codec, FrameLayout layout, string trial)
    {
        var plan = new FilmPlan(film) { OutputExtension = Path.GetExtension(trial).ToLowerInvariant() };
        var picture = $"color=black:size={layout.FrameWidth}x{layout.FrameHeight}:rate={film.Rate}";
        string[] video = ["-map", "0:v", "-frames:v", "1", .. codec.Arguments, "-pix_fmt", layout.PixelFormat];
        string[] others = [.. film.Probe.Streams.Where(stream => stream != film.Video && plan.HasPlace(stream))
            .SelectMany(stream => (string[])["-map", $"1:{stream.Index}"])];
        var losesKeys = false;
        var takesAll = Try(
            trial,
            ["-f", "lavfi", "-i", picture, .. Ffmpeg.Input(film.Path), "-map_metadata", "1", "-c", "copy", .. video,
                .. others, "-t", "0.001"],
            () => losesKeys = plan.StaysQuickTime && FilmLosses.MissingKeys(film, Probe.Read(trial)).Count > 0) is null;
        if (!takesAll && Try(trial, ["-f", "lavfi", "-i", picture, .. video]) is { } refusal)
            throw new FilmException(
                film.Path, $"an encoder {codec.Name} that works, in a {plan.OutputExtension} file", refusal);
        foreach (var stream in film.Probe.Streams)
            plan.Add(stream, (candidate, how) => takesAll || plan.Fits(candidate, how, trial));
        // covers have no place beside such keys
        plan.takesAnyKey = losesKeys && !plan.kept.Exists(stream => stream.IsPicture);
        if (layout.PictureWidth > film.Width || layout.FrameHeight > film.Height)
            plan.notes
                .Add(
                    $"{codec.Name} takes even sides only: {film.Width}×{film.Height} became {layout.PictureWidth}×{layout.FrameHeight}, the last column or row doubled");
        return plan;
    }

    /// <summary>The sound that the result gets.</summary>
    public IEnumerable<ProbedStream> Sounds => kept.Where(stream => stream.CodecType == "audio");

    /// <summary>For ffmpeg: what is said of the video that is not in its own stream.</summary>
    public IEnumerable<string> VideoDetails(FilmCodec codec, FilmClock clock)
    {
        var disposition =
            string.Join('+', film.Video.Disposition.Where(flag => flag.Value != 0).Select(flag => flag.Key));
        return
        [
            $"-disposition:{Place}", disposition.Length > 0 ? disposition : "0", $"-r:{Place}", $"{film.Rate}",
            // MP4 files cut what is shown after the last frame's end, which is its beginning if nobody says how long it
            // lasts.
            .. clock.Durations(Place, OutputExtension),
            // sound may begin before 0
            .. FilmContainer.IsMatroska(OutputExtension) ? ["-avoid_negative_ts", "disabled"] : Array.Empty<string>(),
            .. film.Rotation is { } degrees && !Ffmpeg.IsAtLeast(6, 0)
                ? [$"-metadata:s:{Place}", $"rotate={FilmSpan.Text(degrees)}"]
                : Array.Empty<string>(),
            .. FilmContainer.IsQuickTime(OutputExtension)
                ? [.. clock.Timescales(),
                    .. codec.Name.Contains("265", StringComparison.Ordinal)
                        ? [$"-tag:{Place}", "hvc1"]
                        : Array.Empty<string>()]
                : Array.Empty<string>(),
        ];
    }

    /// <summary>For ffmpeg: keeps hidden what the film hides.</summary>
    public IEnumerable<string> Hidden() => !film.IsQuickTime || FilmContainer.IsQuickTime(OutputExtension)
        ? []
        : kept.SelectMany(
            (stream, place) => stream.CodecType is "audio" or "subtitle" ? FilmClock.WithoutHidden(place, stream) : []);

    /// <summary>For ffmpeg: the note that the colours are computed, where the film says nothing itself.</summary>
    public IEnumerable<string> Note(string signature)
    {
        var key = NoteKeys.FirstOrDefault(
            key => !film.Probe.Format.Tags.Keys.Contains(key, StringComparer.OrdinalIgnoreCase));
        return key is null ? [] : ["-metadata", $"{key}=Colours computed by {signature}"];
    }

    private bool StaysQuickTime => film.IsQuickTime && FilmContainer.IsQuickTime(OutputExtension);

    /// <summary>
    /// Whether a stream of its kind has a place among the result's streams, if the container takes its codec.
    /// </summary>
    private bool HasPlace(ProbedStream stream) =>
        !IsWrittenAnew(stream) && (!stream.IsPicture || OutputExtension is ".mp4" or ".m4v");

    private void Add(ProbedStream stream, Func<ProbedStream, string, bool> fits)
    {
        if (IsWrittenAnew(stream)) return;
        if (stream.IsPicture && OutputExtension == ".mkv") covers.Add(stream);
        else if (stream == film.Video || (HasPlace(stream) && fits(stream, "copy"))) kept.Add(stream);
        else if (stream.CodecType == "subtitle" && fits(stream, SubtitleCodec(stream)))
        {
            kept.Add(stream);
            converted.Add(stream);
            notes.Add(
                $"the subtitles of stream {stream.Index} ({stream.CodecName}) became {SubtitleCodec(stream)}, which {OutputExtension} files take");
        }
        else if (stream.CodecType is "audio" or "subtitle")
            throw new FilmException(
                film.Path, $"a container that holds its {stream.CodecType} stream {stream.Index} ({stream.CodecName})",
                $"{OutputExtension}: .mkv holds most, and the film's own extension holds all");
        else
            LeaveOut(stream, stream.IsPicture ? "cover" : stream.CodecType);
    }

    private bool Fits(ProbedStream stream, string codec, string trial) =>
        Try(trial, [.. Ffmpeg.Input(film.Path), "-map", $"0:{stream.Index}", "-c", codec, "-t", "0"]) is null;

    private void LeaveOut(ProbedStream stream, string kind)
    {
        var codec = stream.CodecTagString.All(char.IsAsciiLetterOrDigit) && stream.CodecName is "unknown" or "bin_data"
            ? stream.CodecTagString
            : stream.CodecName;
        notes.Add($"{OutputExtension} files do not take stream {stream.Index} ({kind}, {codec}): left out");
    }

    /// <summary>QuickTime keeps the names of chapters and a time code in streams, which ffmpeg writes anew.</summary>
    private bool IsWrittenAnew(ProbedStream stream) => stream.CodecType == "data" && stream.CodecTagString switch
    {
        "text" or "tx3g" or "sbtl" => film.IsQuickTime,
        "tmcd" => FilmContainer.IsQuickTime(OutputExtension) || OutputExtension == ".mkv",
        _ => false,
    };

    private string SubtitleCodec(ProbedStream stream) => OutputExtension switch
    {
        var extension when FilmContainer.IsQuickTime(extension) => "mov_text",
        ".webm" => "webvtt",
        ".mkv" => "srt",
        _ => stream.CodecName,
    };

    private static string? Try(string trial, IEnumerable<string> arguments, Action? look = null)
    {
        using var run = new FfmpegRun([.. arguments, "-y", Ffmpeg.Url(trial)]);
        var failure = run.Finish();
        if (failure is null) look?.Invoke();
        File.Delete(trial);
        return failure;
    }
}
