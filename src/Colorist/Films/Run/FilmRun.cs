using System.Diagnostics;

namespace Colorist;

/// <summary>One run over a film's frames: from the file to finished segments.</summary>
internal sealed class FilmRun(
    Colorizer colorizer,
    Film film,
    FilmSpan span,
    FilmOptions options,
    MarkedFrames marked,
    FilmCodec codec,
    FrameLayout layout,
    FilmJournal journal)
{
    private const int FramesAhead = 4; // between two stages
    private const int MaxFramesBefore = 3000; // a hinted one: so many hold its hints

    private readonly StageClock decoding = new();
    private readonly StageClock coloring = new();
    private readonly StageClock painting = new();
    private readonly StageClock encoding = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private FilmProgress last = new(0, 0, 0, 0);

    /// <summary>The result where nothing is left to colour.</summary>
    public FilmResult Done => new(journal.Frames, 0, clock.Elapsed, Stages, [], journal.Damages);

    /// <summary>Colours every frame that is not in a finished segment yet.</summary>
    /// <param name="size">Of the frames that the network sees.</param>
    /// <param name="progress">Hears of every frame; may be null.</param>
    /// <param name="stop">Stops after the frame in work.</param>
    public FilmResult Color((int Width, int Height) size, IProgress<FilmProgress>? progress, CancellationToken stop)
    {
        var memory = new FrameMemory();
        var decoder = new FilmDecoder(film, span, memory, size, marked);
        var cuts = film.Steps(options.Cuts);
        HintScout? Scout(IReadOnlyCollection<long> times, Func<LumaFrame, Paint?>? strokesOn = null) =>
            times.Count == 0 ? null : new HintScout(times, HintReach, colorizer.Card.Shape,
                frame => Ahead(From(frame), 0, size, progress, stop), cuts, strokesOn);
        using var hints = Scout(marked.Painted);
        using var masks = Scout([.. marked.Masks.Keys], frame => frame.Mask);
        var painter = new FramePainter(film.Signal, layout);
        using var segments = new FilmSegments(journal, path => new FilmEncoder(path, film, layout, codec));
        var painted = new byte[layout.Bytes];
        var tone = new FilmTone(options.Look?.Tone ?? new Tone());
        var (done, shots, begin) = (journal.Frames, 0, journal.Frames);
        last = new FilmProgress(done, Expected, 0, shots);
        var scenes = new SceneScout(colorizer, journal.ScenesFile);
        var shared = options.SharedColors
            ? scenes.Find(first => Prefetch.Run(Ahead(span, first, size, progress, stop), FramesAhead), cuts)
            : null;

        // height×width luma, with its time
        var decoded = Prefetch.Run(decoding.Counted(decoder.Read(journal.Start)), FramesAhead);
        var found = Restored(Shots.Find(coloring.Uncounted(decoded), cuts), size);              // where shots begin
        var steady = new SteadyColors(colorizer, options.Look, shared)
            .Color(found, hints, masks);                                                        // 2×h/2×w/2 real a*b*
        foreach (var frame in Prefetch.Run(coloring.Counted(steady), FramesAhead))
        {
            stop.ThrowIfCancellationRequested();
            if (frame.Frame.Index == frame.ShotStart) shots++;
            var finish = tone.Next(frame);
            if (frame.Frame.Index >= begin)
            {
                painting.Count(() => painter.Paint(frame.Frame.Luma, Finished(frame, finish), painted));
                encoding.Count(() => segments.Write(painted, frame)); // luma, blue and red chroma
                done++;
                last = new FilmProgress(done, Expected, (done - begin) / clock.Elapsed.TotalSeconds, shots);
                progress?.Report(last);
            }

            memory.Return(frame.Frame.Luma);
        }

        encoding.Count(segments.Finish);
        journal.Complete(decoder.Damages);
        return new FilmResult(done, shots, clock.Elapsed, Stages, [], decoder.Damages)
        {
            FramesPerSecond = (done - begin) / clock.Elapsed.TotalSeconds
        };
    }

    /// <summary>Frames whose luma is changed, where that is asked for.</summary>
    private IEnumerable<ShotFrame> Restored(IEnumerable<ShotFrame> shots, (int Width, int Height) size)
    {
        var lightness = new LumaLightness(film.Signal);
        if (options.Deflicker) shots = Seen(new Deflicker(film.Signal).Even(shots));
        if (options.Descratch) shots = Seen(new Descratch(film.Signal, film.Width, film.Height).Clean(shots));
        return shots;

        IEnumerable<ShotFrame> Seen(IEnumerable<ShotFrame> changed) => changed.Select(shot => shot with
        {
            Frame = shot.Frame with { Small = lightness.Resize(shot.Frame.Luma, (film.Width, film.Height), size) }
        });
    }

    /// <summary>The colours with tone and saturation, in the part that they are for.</summary>
    private GuidedChroma Finished(ColoredFrame frame, ChromaFinish? finish)
    {
        var plain = GuidedChroma.Fit(frame.Chroma, frame.Half);
        var toned = plain.With(finish).Scaled(options.Look?.Saturation ?? 1);
        return frame.Shares is { } shares
            ? toned.Within(Mask.FromShares(frame.Half.Width, frame.Half.Height, shares), plain)
            : toned;
    }

    private FilmStages Stages => new(decoding.Seconds, coloring.Seconds, painting.Seconds, encoding.Seconds);

    private long Expected => span.IsWhole
        ? film.ExpectedFrames
        : (long)Math.Max(0, Math.Round(((span.To ?? film.Duration.TotalSeconds) - (span.From ?? 0)) * film.FrameRate));

    private long HintReach => (long)(MaxFramesBefore / film.FrameRate / film.TimeBase.Value);

    private FilmSpan From(LumaFrame first) =>
        span with { From = first.Time * film.TimeBase.Value - film.StartTime };

    /// <summary>Reads a part of the film a second time, from a frame of it on.</summary>
    private IEnumerable<LumaFrame> Ahead(FilmSpan part, long first, (int Width, int Height) size,
        IProgress<FilmProgress>? progress, CancellationToken stop)
    {
        var memory = new FrameMemory();
        var count = 0;
        foreach (var frame in new FilmDecoder(film, part, memory, size, marked).Read(first))
        {
            stop.ThrowIfCancellationRequested();
            progress?.Report(last with { LookedAhead = ++count });
            memory.Return(frame.Luma);
            yield return frame with { Luma = [] };
        }
    }
}
