namespace Colorist;

/// <summary>A film file as ffprobe describes it; no frame is read yet.</summary>
public sealed class Film
{
    private const int FramesAsked = 8;

    private Film(string path, Probe probe, ProbedStream video)
    {
        (Path, Probe, Video, Stored, Signal) = (path, probe, video, PixelFormat.Named(video.PixFmt), SignalOf(video));
        Stamp = FileStamp.Find(path);
        FirstFrames = IsSaidByCodec(video) ? [] : FramesOf(path, video);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Columns as stored, before any rotation that the file asks of players.</summary>
    public int Width => Video.Width;

    /// <summary>Rows as stored.</summary>
    public int Height => Video.Height;

    /// <summary>Columns as players show them: turned as the file asks, pixels made square.</summary>
    public int ShownWidth => Upright.Width;

    /// <summary>Rows as players show them.</summary>
    public int ShownHeight => Upright.Height;

    /// <summary>Bits of luma that are kept: 8, or 10 for everything deeper.</summary>
    public int Bits => Signal.Bits;

    /// <summary>Frames a second, the mean where they vary; 25 if the file does not say.</summary>
    public double FrameRate => Rate.Value;

    /// <summary>How long the film is; zero if the file does not say.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(Math.Max(0, Video.Duration ?? Probe.Format.Duration ?? 0));

    /// <summary>How many frames the film has, as the file says or as its length suggests; 0 if unknown.</summary>
    public long ExpectedFrames =>
        Video.NbFrames is > 0 and var frames ? frames : (long)Math.Round(Duration.TotalSeconds * FrameRate);

    /// <summary>Whether the file says that each frame consists of two fields, taken one after the other.</summary>
    public bool IsTaggedInterlaced => IsTopFieldFirst is not null;

    /// <summary>
    /// What is to be known of the film before it is coloured, each in a line: that it is interlaced, for instance.
    /// Looks at some frames.
    /// </summary>
    /// <exception cref="FilmException"><c>ffmpeg</c> is not on the PATH.</exception>
    public IReadOnlyList<string> Remarks() => FilmRemarks.Find(this);

    /// <summary>Reads one frame, to put hints on for instance.</summary>
    /// <param name="time">From the beginning of the film: the first frame then or later.</param>
    /// <returns>In grey, <see cref="ShownWidth"/>×<see cref="ShownHeight"/>; the caller disposes it.</returns>
    /// <exception cref="FilmException">There is no frame at that time, or ffmpeg is missing or failed.</exception>
    public Photo Still(TimeSpan time) => FilmStill.Photo(this, time);

    internal Probe Probe { get; }

    /// <summary>Of the file, to notice when another takes its place; null if it is no plain file.</summary>
    internal FileStamp? Stamp { get; }

    /// <summary>The stream that is coloured: the first that is no cover.</summary>
    internal ProbedStream Video { get; }

    internal VideoSignal Signal { get; }

    /// <summary>How its pictures are stored.</summary>
    internal PixelFormat Stored { get; }

    /// <summary>What its first frames say of themselves; empty if they cannot be decoded.</summary>
    internal IReadOnlyList<ProbedFrame> FirstFrames { get; }

    /// <summary>
    /// Which of the two fields of a frame is shown first: what most of the first frames say, else what the file says;
    /// null if neither says that they are interlaced.
    /// </summary>
    internal bool? IsTopFieldFirst => 2 * FirstFrames.Count(frame => frame.InterlacedFrame != 0) > FirstFrames.Count
        ? FirstFrames.First(frame => frame.InterlacedFrame != 0).TopFieldFirst != 0
        : Video.FieldOrder switch { "tt" or "tb" => true, "bb" or "bt" => false, _ => null };

    /// <summary>Seconds at which the file's clock begins.</summary>
    internal double StartTime => Probe.Format.StartTime ?? 0;

    /// <summary>Whether it is a MOV, MP4 or 3GP file, whose edit lists say what of it is shown.</summary>
    internal bool IsQuickTime => Probe.Format.FormatName.Contains("mov", StringComparison.Ordinal);

    /// <summary>Whether its clock may jump, as that of MPEG streams does where one follows another.</summary>
    internal bool MayJump => Probe.Format.FormatName is "mpeg" or "mpegts";

    /// <summary>
    /// Degrees anticlockwise by which players turn the frames; null if the file does not say, or says that they are
    /// mirrored.
    /// </summary>
    internal double? Rotation =>
        Video.SideDataList.FirstOrDefault(data => data.Rotation is not null && !data.IsMirrored)?.Rotation;

    /// <summary>The frames in the proportions that a viewer sees, and how to turn them.</summary>
    internal Upright Upright
    {
        get
        {
            var aspect = Fraction.Parse(Video.SampleAspectRatio) is { IsKnown: true } pixel ? pixel.Value : 1;
            var turns = (int)Math.Round(-(Rotation ?? 0) / 90) & 3;
            return new Upright(Math.Max(1, (int)Math.Round(Width * aspect)), Height, turns);
        }
    }

    /// <summary>When a frame is shown, from the beginning of the film.</summary>
    internal TimeSpan TimeOf(long steps) => TimeSpan.FromSeconds(Math.Max(0, steps * TimeBase.Value - StartTime));

    /// <summary>Times from the beginning of the film as steps of its time base; null for null.</summary>
    internal IReadOnlyList<long>? Steps(IReadOnlyList<TimeSpan>? times) =>
        times?.Select(time => (long)Math.Ceiling((time.TotalSeconds + StartTime) / TimeBase.Value - 0.01)).Order()
            .ToList();

    internal Fraction TimeBase => Fraction.Parse(Video.TimeBase);

    internal Fraction Rate =>
        Fraction.Parse(Video.AvgFrameRate) is { IsKnown: true } mean ? mean
        : Fraction.Parse(Video.RFrameRate) is { IsKnown: true } real ? real : new Fraction(25, 1);

    /// <summary>Whether the pictures are stored as luma; GIF and others store red, green and blue.</summary>
    internal bool HasLuma => Stored.HasLuma;

    /// <summary>Bits of a value as stored.</summary>
    internal int StoredBits => Stored.Bits;

    /// <summary>Opens a film.</summary>
    /// <param name="path">A file of any format that ffmpeg reads.</param>
    /// <returns>The film; nothing needs to be disposed.</returns>
    /// <exception cref="FilmException">
    /// There is no such file, it is no film, or <c>ffprobe</c> is not on the PATH.
    /// </exception>
    public static Film Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Open(path, []);
    }

    /// <summary>Opens a film.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">More for ffprobe.</param>
    internal static Film Open(string path, params string[] options)
    {
        var probe = Probe.Read(path, options);
        var video = probe.Streams.FirstOrDefault(stream => stream.CodecType == "video" && !stream.IsPicture)
            ?? throw new FilmException(path, "a film", probe.Streams.Count == 0 ? "no streams" : "no moving pictures");
        if (video.Width < 1 || video.Height < 1 || video.PixFmt.Length == 0)
            throw new FilmException(
                path, "a film that ffmpeg can decode", $"pictures of the codec {video.CodecName} that it cannot");
        return new Film(path, probe, video);
    }

    private static VideoSignal SignalOf(ProbedStream video)
    {
        var format = PixelFormat.Named(video.PixFmt);
        // Grey pictures use all codes unless their file says otherwise, and so do ffmpeg's "j" formats.
        var isFull = format.HasLuma
            && (video.ColorRange == "pc" || video.PixFmt.StartsWith("yuvj", StringComparison.Ordinal)
            || (video.ColorRange is null or "unknown" && video.PixFmt.StartsWith("gray", StringComparison.Ordinal)));
        return VideoSignal.For(MatrixOf(video), isFull, format.Bits > 8 ? 10 : 8);
    }

    /// <summary>The matrix as tagged, or as players assume it.</summary>
    internal static string MatrixOf(ProbedStream video) =>
        PixelFormat.Named(video.PixFmt).HasLuma
            && video.ColorSpace is not (null or "unknown" or "unspecified" or "reserved" or "gbr")
            ? video.ColorSpace
            : VideoSignal.AssumedMatrix(video.Height);

    /// <summary>
    /// Whether ffprobe read in the frames themselves that they have no fields, and there is no need to look at them
    /// again.
    /// </summary>
    private static bool IsSaidByCodec(ProbedStream video) =>
        video is
        {
            FieldOrder: "progressive", CodecName: "h264" or "hevc"
            or "mpeg2video", ColorTransfer: not ("smpte2084" or "arib-std-b67")
        };

    private static IReadOnlyList<ProbedFrame> FramesOf(string path, ProbedStream video)
    {
        try
        {
            return Probe.Read(path, "-select_streams", $"{video.Index}", "-read_intervals", $"%+#{FramesAsked}",
                "-show_frames").Frames;
        }
        catch (FilmException)
        {
            return []; // whoever decodes them hears why
        }
    }
}
