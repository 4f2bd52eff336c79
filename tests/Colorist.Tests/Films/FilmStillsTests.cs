namespace Colorist.Tests;

/// <summary>
/// Films coloured from stills, with the smallest model, on a film of two shots whose true colours are known.
/// </summary>
public sealed class FilmStillsTests(FilmStillsTests.TwoShots shots) : IClassFixture<FilmStillsTests.TwoShots>
{
    private readonly Film film = Film.Open(shots["film.mkv"]);

    [Fact]
    public void Write_FilmOfTwoShots_GivesOneStillOfEachCalledAfterFrameAndTime()
    {
        var progress = new Heard();
        var written = FilmStills.Write(film, shots["grey"], overwrite: true, progress: progress).ToList();
        var names = written.ConvertAll(one => Path.GetFileName(one.Path));
        Assert.Equal([(0, 0.8), (0.8, 1.6)], written.Select(one => (one.From.TotalSeconds, one.To.TotalSeconds)));
        Assert.All(written, one => Assert.InRange(one.Time, one.From, one.To));
        Assert.Equal((40, 2), (progress.Last!.Frames, progress.Last.Shots));
        Assert.Equal(2, names.Count);
        Assert.All(names, name => Assert.Matches(@"^ref_0000\d\d_0-00-0\d\.\d{3}\.png$", name));
        var times = FilmReference.FromFolder(shots["grey"], film).Select(still => still.Time.TotalSeconds).ToList();
        Assert.True(times is [< 0.8, >= 0.8], string.Join(" ", times));
        using var still = Photo.Load(Path.Combine(shots["grey"], names[0]));
        Assert.Equal((160, 120), (still.Width, still.Height));
        Assert.Contains("already there",
            Assert.Throws<PhotoException>(() => FilmStills.Write(film, shots["grey"]).ToList()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Colorize_FromOneTrueStillAShot_ComesNearTheTruth()
    {
        var plain = Error("plain.mkv", []);
        var found = Error("found.mkv",
            [new(TimeSpan.FromSeconds(0.4), shots["true-10.png"]),
                new(TimeSpan.FromSeconds(1.2), shots["true-30.png"])]);
        Assert.True(found < 0.35 * plain, $"{plain:f1} without stills, {found:f1} with them");
    }

    [Fact]
    public void Colorize_StillThatIsLargerAndCropped_IsAligned()
    {
        var whole = Error("whole.mkv",
            [new(TimeSpan.FromSeconds(0.4), shots["true-10.png"]),
                new(TimeSpan.FromSeconds(1.2), shots["true-30.png"])]);
        var cropped = Error("cropped.mkv",
            [new(TimeSpan.FromSeconds(0.4), shots["cropped-10.png"]),
                new(TimeSpan.FromSeconds(1.2), shots["cropped-30.png"])]);
        Assert.True(cropped < 1.25 * whole, $"{whole:f1} with whole stills, {cropped:f1} with cropped ones");
    }

    [Fact]
    public void Colorize_StillOfAnotherPlaceOrWithoutColor_IsRefusedByName()
    {
        foreach (var (name, expected) in ((string, string)[])[("true-30.png", "lightness"),
            ("grey-10.png", "in colour")])
        {
            var message = Assert.Throws<PhotoException>(
                () => Error("refused.mkv", [new(TimeSpan.FromSeconds(0.4), shots[name])])).Message;
            Assert.Contains(name, message, StringComparison.Ordinal);
            Assert.Contains(expected, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void FromFolder_OtherNamesAndNoPictures_AreRefused()
    {
        Directory.CreateDirectory(shots["named"]);
        Assert.Contains("found none",
            Assert.Throws<PhotoException>(() => FilmReference.FromFolder(shots["named"], film)).Message,
            StringComparison.Ordinal);
        foreach (var name in (string[])["ref_000012.png", "0-00-01.25.png", "ref_000003_0-00-00.120.png"])
            File.WriteAllText(Path.Combine(shots["named"], name), "");
        Assert.Equal([0.12, 0.46, 1.25], FilmReference.FromFolder(shots["named"], film)
            .Select(still => still.Time.TotalSeconds));
        File.WriteAllText(Path.Combine(shots["named"], "face.png"), "");
        Assert.Contains("face.png",
            Assert.Throws<PhotoException>(() => FilmReference.FromFolder(shots["named"], film)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Cuts_OfAFile_AreWhereShotsBeginAndNowhereElse()
    {
        File.WriteAllText(shots["cuts.txt"], "12  # a frame\n0:01.2\n");
        var cuts = FilmCuts.Read(shots["cuts.txt"], film);
        var frames = new FilmDecoder(film, default, new FrameMemory(), (32, 24)).Read();
        Assert.Equal([0L, 12, 30], Shots.Find(frames, film.Steps(cuts)).Where(shot => shot.BeginsShot)
            .Select(shot => shot.Frame.Index));
        File.WriteAllText(shots["bad.txt"], "12\nsoon\n");
        Assert.Contains("soon", Assert.Throws<FilmException>(() => FilmCuts.Read(shots["bad.txt"], film)).Message,
            StringComparison.Ordinal);
    }

    /// <summary>The mean distance of the result's a*b* from the truth.</summary>
    private double Error(string name, IReadOnlyList<FilmReference> references)
    {
        shots.Films.Color(film.Path, name, new FilmOptions { References = references, RenderSide = 96 });
        var truth = FilmPictures.Read(film, 40, 30).ToList();
        return FilmPictures.Read(Film.Open(shots.Films[name]), 40, 30).Zip(truth, Distance).Average();
    }

    private static double Distance(RgbPicture found, RgbPicture truth) => Enumerable.Range(0, 40 * 30).Average(i =>
    {
        var (_, a, b) = CieLab.FromSrgb(found.Pixels[3 * i], found.Pixels[3 * i + 1], found.Pixels[3 * i + 2]);
        var (_, trueA, trueB) = CieLab.FromSrgb(truth.Pixels[3 * i], truth.Pixels[3 * i + 1], truth.Pixels[3 * i + 2]);
        return Math.Sqrt((a - trueA) * (a - trueA) + (b - trueB) * (b - trueB));
    });

    private sealed class Heard : IProgress<FilmProgress>
    {
        public FilmProgress? Last { get; private set; }

        public void Report(FilmProgress value) => Last = value;
    }

    /// <summary>
    /// Twenty frames of a cup and twenty of a rocket, 160×120, 25 a second, drifting; and frames 10 and 30 as stills.
    /// </summary>
    public sealed class TwoShots : IDisposable
    {
        public TwoShots()
        {
            string Drift(string input) =>
                $"[{input}]zoompan=z='1.2':d=1:x='on':y='on/2':s=160x120:fps=25,trim=end_frame=20,setsar=1,format=yuv444p[v{input}]";
            FilmFile.Make(this["film.mkv"],
                "-loop", "1", "-i", Repository.Path("samples", "coffee.png"), "-loop", "1", "-i",
                Repository.Path("samples", "rocket.jpg"),
                "-filter_complex", $"{Drift("0")};{Drift("1")};[v0][v1]concat", "-r", "25", "-c:v", "ffv1");
            foreach (var frame in (int[])[10, 30])
            {
                Take(frame, $"true-{frame}.png");
                Take(frame, $"cropped-{frame}.png", ",crop=iw-8:ih-6:4:2,scale=320:240");
            }

            Take(10, "grey-10.png", ",format=gray");
        }

        internal SmallFilms Films { get; } = new();

        public string this[string name] => Films[name];

        public void Dispose() => Films.Dispose();

        private void Take(int frame, string name, string more = "") =>
            FilmFile.Make(this[name], "-i", this["film.mkv"], "-vf", $"select=eq(n\\,{frame}){more}", "-frames:v", "1");
    }
}
