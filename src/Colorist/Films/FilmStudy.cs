namespace Colorist;

/// <summary>
/// Measures how steady a film's colours are and how near they come to the true ones: left grey, coloured frame by
/// frame, coloured steadily, true.
/// </summary>
/// <param name="colorizer">The model.</param>
/// <param name="renderSide">The network sees frames at about this many pixels squared.</param>
/// <param name="keyStep">Frames from one that the network sees to the next, at least 1.</param>
/// <param name="maxAge">Looks of the network that a colour rests on at most.</param>
/// <param name="hints">
/// So many random pixels of the middle frame of each shot tell their true colour in one more row; 0 for no such row.
/// </param>
/// <param name="stills">Whether one more row takes the true colours of one frame of each shot.</param>
/// <param name="sharedColors">Whether in one more row shots that show the same place share their colours.</param>
public sealed class FilmStudy(
    Colorizer colorizer, int renderSide = FilmColorizer.UsualRenderSide, int keyStep = FilmStudy.UsualKeyStep,
    float maxAge = FilmStudy.UsualMaxAge, int hints = 0, bool stills = false,
    bool sharedColors = false)
{
    /// <summary>Frames from one that the network sees to the next, as films are coloured.</summary>
    public const int UsualKeyStep = SteadyColors.UsualKeyStep;

    /// <summary>Looks of the network that a colour rests on at most, as films are coloured.</summary>
    public const float UsualMaxAge = SteadyColors.UsualMaxAge;

    // of a place and the one it moved from: what is covered or uncovered does not flicker
    private const float MinResemblance = 0.5f;
    private const float MinChroma = 1; // mean C*ab of a film that counts as one in colour

    private readonly SteadyColors steady = new(colorizer) { KeyStep = keyStep, MaxAge = maxAge };

    /// <summary>Measures one film.</summary>
    /// <param name="film">The film; held as small frames, so one of minutes at most.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="FilmException">It cannot be read.</exception>
    /// <exception cref="ModelException">The network failed.</exception>
    public IReadOnlyList<FilmScores> Measure(Film film, CancellationToken stop = default)
    {
        var size = RenderSize.For(film.Width, film.Height, renderSide, colorizer.Card.Shape);
        var frames = new FilmDecoder(film, default, new FrameMemory(), size).Read()
            .Select(frame => frame with { Luma = [] });
        var shots = Shots.Find(Until(frames, stop)).ToList();
        var (chromaWidth, chromaHeight) = colorizer.Card.Shape.ChromaSize(size.Width, size.Height);
        var pictures = Until(FilmPictures.Read(film, chromaWidth, chromaHeight), stop).ToList();
        var truth = pictures.ConvertAll(TrueChroma);
        var isColor = truth.Average(planes => planes.Mean()) >= MinChroma;
        var shared = new SharedScenes(ShotScene.Read(colorizer, shots));
        var places = Places(shots, shared);
        FilmScores Score(string name, List<ChromaPlanes> chroma, List<ChromaPlanes>? truth) =>
            FilmStudy.Score(name, shots, chroma, truth) with { PlaceChange = PlaceChange.Measure(places, chroma) };
        return
        [
            Score("left grey",
                [
                    .. truth.Select(
                        planes => new ChromaPlanes(planes.Width, planes.Height, new float[planes.A.Length],
                            new float[planes.A.Length]))], isColor ? truth : null),
            Score("frame by frame",
                [.. Until(shots, stop)
                    .Select(
                        shot => colorizer.ChromaOf(shot.Frame.Small, colorizer.SceneOf(shot.Frame.Small), look: null))],
                        isColor ? truth : null),
            Score("steady", [.. Until(steady.Color(shots), stop).Select(colored => colored.Chroma)], isColor
                ? truth
                : null),
            .. sharedColors
                ? [Score("steady, shared colours", [.. Until(Sharing(shared).Color(shots), stop)
                    .Select(colored => colored.Chroma)], isColor ? truth : null)]
                : Array.Empty<FilmScores>(),
            .. isColor && hints > 0
                ? [Score($"steady, {hints} hints a shot", Hinted(shots, pictures), truth)]
                : Array.Empty<FilmScores>(),
            .. isColor && stills
                ? [Score("steady, a still a shot", FromStills(shots, truth), truth)]
                : Array.Empty<FilmScores>(),
            .. isColor ? [Score("true", truth, truth)] : Array.Empty<FilmScores>(),
        ];
    }

    private SteadyColors Sharing(SharedScenes shared) =>
        new(colorizer, shared: shared) { KeyStep = keyStep, MaxAge = maxAge };

    /// <summary>The numbers of the frames of each shot of each place.</summary>
    private static List<List<IReadOnlyList<int>>> Places(List<ShotFrame> shots, SharedScenes shared)
    {
        IReadOnlyList<int> Frames(ShotScene shot) =>
            [.. Enumerable.Range((int)shot.Index, shots.Count - (int)shot.Index)
                .TakeWhile(i => i == shot.Index || !shots[i].BeginsShot)];
        return [.. shared.Places.Select(place => place.Select(Frames).ToList())];
    }

    private static IEnumerable<T> Until<T>(IEnumerable<T> items, CancellationToken stop) => items.TakeWhile(_ =>
    {
        stop.ThrowIfCancellationRequested();
        return true;
    });

    private List<ChromaPlanes> Hinted(List<ShotFrame> shots, List<RgbPicture> pictures)
    {
        var random = new Random(1);
        return Painted(shots, frame => frame with { Hints = TrueHints(pictures[(int)frame.Index], random) });
    }

    private List<ChromaPlanes> FromStills(List<ShotFrame> shots, List<ChromaPlanes> truth) =>
        Painted(shots, frame => frame with { Still = Paint.Whole(truth[(int)frame.Index]) });

    /// <summary>Colours a film of whose shots the frames in the middle are painted.</summary>
    private List<ChromaPlanes> Painted(List<ShotFrame> shots, Func<LumaFrame, LumaFrame> paint)
    {
        var begins = Enumerable.Range(0, shots.Count + 1).Where(i => i == shots.Count || shots[i].BeginsShot).ToList();
        var hinted = shots.ToList();
        foreach (var (begin, end) in begins.Zip(begins.Skip(1)))
        {
            var middle = (begin + end) / 2;
            hinted[middle] = hinted[middle] with { Frame = paint(hinted[middle].Frame) };
        }

        var times = hinted.Where(shot => shot.Frame.IsMarked).Select(shot => shot.Frame.Time).ToList();
        using var scout = new HintScout(times, long.MaxValue, colorizer.Card.Shape,
            first => hinted.Select(shot => shot.Frame).Where(frame => frame.Index >= first.Index));
        return [.. steady.Color(hinted, scout).Select(colored => colored.Chroma)];
    }

    private Hints TrueHints(RgbPicture picture, Random random) =>
        Hints.FromPoints(picture.Width, picture.Height, Enumerable.Range(0, hints).Select(_ =>
    {
        var place = random.Next(picture.Width * picture.Height);
        var pixel = picture.Pixels.AsSpan(3 * place, 3);
        return (place % picture.Width, place / picture.Width, pixel[0], pixel[1], pixel[2]);
    }));

    private static FilmScores Score(
        string name, List<ShotFrame> shots, List<ChromaPlanes> chroma, List<ChromaPlanes>? truth) => new(
        name,
        Flicker(shots, chroma),
        truth is null ? null : chroma.Zip(truth, Error).Average(),
        chroma.Average(planes => planes.Mean()),
        ColorDistribution.Change(shots.Zip(chroma,
            (shot, planes) => (shot.Frame.Small.ResizeTo(planes.Width, planes.Height), planes, shot.BeginsShot))),
        PlaceChange: null);

    /// <summary>Mean change of a* and b* from frame to frame along the motion, cuts left out.</summary>
    private static double Flicker(List<ShotFrame> shots, List<ChromaPlanes> chroma)
    {
        var (changes, places) = (0.0, 0L);
        Motion? before = null;
        for (var i = 0; i < shots.Count; i++)
        {
            var half = shots[i].Frame.Small.ResizeTo(chroma[i].Width, chroma[i].Height);
            var motion = new Motion(half.Width, half.Height, half.Values);
            if (before is not null && !shots[i].BeginsShot)
            {
                var field = motion.To(before);
                var resemblance = motion.Resemblance(before, field);
                var (a, b) = (field.Fetch(chroma[i - 1].A), field.Fetch(chroma[i - 1].B));
                for (var j = 0; j < a.Length; j++)
                {
                    if (resemblance[j] < MinResemblance) continue;
                    changes += (Math.Abs(a[j] - chroma[i].A[j]) + Math.Abs(b[j] - chroma[i].B[j])) / 2;
                    places++;
                }
            }

            before = motion;
        }

        return places == 0 ? 0 : changes / places;
    }

    /// <summary>Root of the mean squared error of a* and b* in one frame.</summary>
    private static double Error(ChromaPlanes found, ChromaPlanes truth)
    {
        double sum = 0;
        for (var i = 0; i < found.A.Length; i++)
        {
            double a = found.A[i] - truth.A[i], b = found.B[i] - truth.B[i];
            sum += a * a + b * b;
        }

        return Math.Sqrt(sum / (2 * found.A.Length));
    }

    private static ChromaPlanes TrueChroma(RgbPicture picture)
    {
        var pixels = picture.Pixels;
        float[] a = new float[picture.Width * picture.Height], b = new float[a.Length];
        for (var i = 0; i < a.Length; i++)
            (_, a[i], b[i]) = CieLab.FromSrgb(pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]);
        return new ChromaPlanes(picture.Width, picture.Height, a, b);
    }
}
