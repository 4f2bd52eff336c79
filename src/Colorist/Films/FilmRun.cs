using System.Diagnostics;
using Colorist.Imaging;
using Colorist.Inference;

namespace Colorist.Films;

/// <summary>One run over a film's frames: from the file to finished segments.</summary>
internal sealed class FilmRun(
    Colorizer colorizer, Film film, FilmSpan span, FilmOptions options, FilmCodec codec, FrameLayout layout, FilmJournal journal)
{
    private const int FramesAhead = 4; // between two stages

    private readonly StageClock decoding = new();
    private readonly StageClock colouring = new();
    private readonly StageClock painting = new();
    private readonly StageClock encoding = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>The result where nothing is left to colour.</summary>
    public FilmResult Done => new(journal.Frames, 0, clock.Elapsed, Stages, [], journal.Damages);

    /// <summary>Colours every frame that is not in a finished segment yet.</summary>
    public FilmResult Colour(int renderSide, IProgress<FilmProgress>? progress, CancellationToken stop)
    {
        var memory = new FrameMemory();
        var decoder = new FilmDecoder(film, span, memory, SizeFor(renderSide));
        var painter = new FramePainter(film.Signal, layout);
        using var segments = new FilmSegments(journal, path => new FilmEncoder(path, film, layout, codec));
        var painted = new byte[layout.Bytes];
        var (done, shots, begin) = (journal.Frames, 0, journal.Frames);

        var decoded = Ahead.Of(decoding.Counted(decoder.Read(journal.Start)), FramesAhead);        // height×width luma, with its time
        var marked = Shots.Find(colouring.Uncounted(decoded));                                     // where shots begin
        var steady = new SteadyColours(colorizer, options.Look).Colour(marked);                   // 2×h/2×w/2 real a*b*
        foreach (var frame in Ahead.Of(colouring.Counted(steady), FramesAhead))
        {
            stop.ThrowIfCancellationRequested();
            if (frame.Frame.Index == frame.ShotStart) shots++;
            if (frame.Frame.Index >= begin)
            {
                painting.Count(() => painter.Paint(frame.Frame.Luma, GuidedChroma.Fit(frame.Chroma, frame.Half), painted));
                encoding.Count(() => segments.Write(painted, frame));                              // luma, blue and red chroma
                done++;
                progress?.Report(new FilmProgress(done, Expected, (done - begin) / clock.Elapsed.TotalSeconds, shots));
            }

            memory.Return(frame.Frame.Luma);
        }

        encoding.Count(segments.Finish);
        journal.Complete(decoder.Damages);
        return new FilmResult(done, shots, clock.Elapsed, Stages, [], decoder.Damages) { FramesPerSecond = (done - begin) / clock.Elapsed.TotalSeconds };
    }

    private FilmStages Stages => new(decoding.Seconds, colouring.Seconds, painting.Seconds, encoding.Seconds);

    private long Expected => span.IsWhole
        ? film.ExpectedFrames
        : (long)Math.Max(0, Math.Round(((span.To ?? film.Duration.TotalSeconds) - (span.From ?? 0)) * film.FrameRate));

    /// <summary>The network sees the film in the proportions that a viewer sees.</summary>
    private (int Width, int Height) SizeFor(int renderSide)
    {
        var aspect = Fraction.Parse(film.Video.SampleAspectRatio) is { IsKnown: true } pixel ? pixel.Value : 1;
        return RenderSize.Of(Math.Max(1, (int)Math.Round(film.Width * aspect)), film.Height, renderSide);
    }
}
