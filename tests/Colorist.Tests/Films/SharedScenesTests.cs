namespace Colorist.Tests;

/// <summary>Shots of one place that share their colours, with the smallest model.</summary>
public sealed class SharedScenesTests(SmallFilms films) : IClassFixture<SmallFilms>
{
    private const int Shot = 20; // frames
    private const int Width = 80;
    private const int Height = 60;

    private static readonly int[] Begins = [0, Shot, 2 * Shot];

    private static readonly FilmOptions Options = new() { RenderSide = 64, Codec = "ffv1" };

    [Fact]
    public void Places_ShotsOfLikeVectors_AreOneAndHaveTheMean()
    {
        var shared = new SharedScenes([Scene(0, 1, 0.1f), Scene(20, -0.1f, 1), Scene(40, 1, 0.3f), Scene(60, 0, 1)]);
        Assert.Equal([[0L, 40], [20, 60]], shared.Places.Select(place => place.Select(shot => shot.Index)));
        Assert.Equal([1, 0.2f], shared.At(0)!.Vector, Near);
        Assert.Equal(shared.At(20)!.Vector, shared.At(60)!.Vector, Near);
        Assert.Null(shared.At(10));
    }

    [Fact]
    public void Colorize_ShotAndCounterShot_ChangesLessWithinPlaces()
    {
        var own = Change("own.mkv", Options);
        var shared = Change("shared.mkv", Options with { SharedColors = true });
        Assert.True(shared < 0.8 * own, $"{own:f2} without, {shared:f2} with");
    }

    [Fact]
    public void Find_AfterAStop_GoesOnWithTheLastShotAndFindsTheSame()
    {
        using var colorizer = Colorizer.Load(Repository.Path("models", "iizuka-half"));
        var frames = Frames(colorizer);
        var whole = new SceneScout(colorizer, films["whole"]).Find(Asked([]), cuts: null);
        Assert.Throws<OperationCanceledException>(() => new SceneScout(colorizer, films["stopped"]).Find(
            _ => frames.Select(frame => frame.Index < 50 ? frame : throw new OperationCanceledException()), null));
        List<long> asked = [];
        var found = new SceneScout(colorizer, films["stopped"]).Find(Asked(asked), cuts: null);
        Assert.Equal([20], asked); // the third shot's beginning was not seen whole
        Assert.Equal([0L, 20, 40], whole.Places.SelectMany(place => place).Select(shot => shot.Index).Order());
        foreach (var time in Begins.Select(index => frames[index].Time))
            Assert.Equal(whole.At(time)!.Vector, found.At(time)!.Vector, Near);
        new SceneScout(colorizer, films["stopped"]).Find(Asked(asked), cuts: null);
        Assert.Single(asked); // nothing is left to read

        Func<long, IEnumerable<LumaFrame>> Asked(List<long> list) => first =>
        {
            list.Add(first);
            return frames.Skip((int)first);
        };
    }

    [Fact]
    public void Film_StoppedInTheFirstReading_KeepsItForResume()
    {
        using var colorizer = Colorizer.Load(Repository.Path("models", "iizuka-half"));
        using var stop = new CancellationTokenSource();
        var options = Options with { SharedColors = true, Resume = true };
        var stopping = new Immediate(now =>
        {
            if (now.LookedAhead == 50) stop.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => new FilmColorizer(colorizer)
            .Colorize(Film.Open(Turns()), films["stopped.mkv"], options, stopping, stop.Token));
        var most = 0;
        var result = new FilmColorizer(colorizer).Colorize(
            Film.Open(Turns()), films["stopped.mkv"], options,
            new Immediate(now => most = Math.Max(most, now.LookedAhead)), TestContext.Current.CancellationToken);
        Assert.InRange(most, 30, 40); // the first shot was not read again
        Assert.Equal(3 * Shot, result.Frames);
    }

    /// <summary>A cup, a rocket, and the cup from nearer.</summary>
    private string Turns()
    {
        if (File.Exists(films["turns.mkv"])) return films["turns.mkv"];
        string Part(int input, string filter) =>
            $"[{input}]{filter},scale=160:120,fps=25,trim=end_frame={Shot},setsar=1,format=gray[v{input}]";
        string Picture(string name) => Repository.Path("samples", name);
        return FilmFile.Make(films["turns.mkv"], "-loop", "1", "-i", Picture("coffee.png"), "-loop", "1", "-i",
            Picture("rocket.jpg"), "-loop", "1", "-i", Picture("coffee.png"), "-filter_complex",
            $"{Part(0, "null")};{Part(1, "null")};{Part(2, "crop=iw*0.8:ih*0.8:0:0")};[v0][v1][v2]concat=n=3",
            "-r", "25", "-c:v", "ffv1");
    }

    private List<LumaFrame> Frames(Colorizer colorizer) =>
        [.. new FilmDecoder(Film.Open(Turns()), default, new FrameMemory(),
            RenderSize.For(160, 120, 64, colorizer.Card.Shape)).Read()];

    private double Change(string name, FilmOptions options)
    {
        films.Color(Turns(), name, options);
        var chroma = FilmPictures.Read(Film.Open(films[name]), Width, Height).Select(picture =>
        {
            var colors = picture.Pixels.Chunk(3).Select(rgb => CieLab.FromSrgb(rgb[0], rgb[1], rgb[2])).ToList();
            return new ChromaPlanes(
                Width, Height, [.. colors.Select(color => color.Item2)], [.. colors.Select(color => color.Item3)]);
        }).ToList();
        int[] cup = [.. Enumerable.Range(0, Shot)], nearer = [.. Enumerable.Range(2 * Shot, Shot)];
        return PlaceChange.Measure([[cup, nearer]], chroma)!.Value;
    }

    private static ShotScene Scene(long index, params float[] vector) => new(index, index, new Scene(vector, [1]));

    private static bool Near(float one, float other) => MathF.Abs(one - other) < 1e-3f;

    private sealed class Immediate(Action<FilmProgress> report) : IProgress<FilmProgress>
    {
        public void Report(FilmProgress value) => report(value);
    }
}
