using NetVips;

namespace Colorist.Cli.Tests;

/// <summary>
/// Hints on single frames of films, with the shipped model: a small picture slides over a large one, and another shot
/// follows.
/// </summary>
public sealed class FilmHintTests(FilmHintTests.Slides slides) : IClassFixture<FilmHintTests.Slides>, IDisposable
{
    private const int Shot = 32; // frames
    private const double Rate = 25;
    private const int Top = 60; // of the middle of the small picture

    private readonly TemporaryFolder folder = new();
    private readonly string film = slides.Film;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Hint_OnOneFrame_HoldsOnWhatMovesInAllOfItsShotAndNowhereElse()
    {
        int[] frames = [0, 6, 13, 21, Shot - 1];
        var plain = Color("plain.mkv");
        var before = Redness(plain, frames);
        foreach (var hinted in new[] { 0, 13, Shot - 1 })
        {
            var painted = Color($"painted{hinted}.mkv", "--hint", $"{Time(hinted)}={Middle(hinted)},{Top},#c02020",
                "--hint", $"{Time(hinted)}={Middle(hinted)},{Top + 10},#c02020");
            var after = Redness(painted, frames);
            for (var i = 0; i < frames.Length; i++)
                Assert.True(
                    after[i] > before[i] + 30, $"frame {frames[i]}, hinted {hinted}: {before[i]} became {after[i]}");

            Assert.Equal(FilmFile.Luma(film), FilmFile.Luma(painted));
            var (shots, paintedShots) = (FilmFile.Checksums(plain), FilmFile.Checksums(painted));
            Assert.Equal(shots[Shot..], paintedShots[Shot..]);
            Assert.All(shots[..Shot].Zip(paintedShots), pair => Assert.NotEqual(pair.First, pair.Second));
        }
    }

    [Fact]
    public void Hints_OnTwoFramesOfAShot_GoOverIntoEachOther()
    {
        var painted = Color("painted.mkv", "--hint", $"0={Middle(0)},{Top},#c02020", "--hint",
            $"{Time(Shot - 1)}={Middle(Shot - 1)},{Top},#2020c0");
        var redness = Redness(painted, [0, 16, Shot - 1]);
        Assert.True(redness[0] > redness[1] + 15 && redness[1] > redness[2] + 15, string.Join(", ", redness));
    }

    [Fact]
    public void Strokes_OnAStillOfATurnedFilmWithWidePixels_AreFoundWhereTheyWerePainted()
    {
        var turned = FilmFile.Make(folder["turned.mov"], "-i", slides.First, "-vf", "setsar=3/2,format=yuv420p", "-c:v",
            "libx264", "-crf", "1");
        turned = FilmFile.Make(folder["upright.mov"], "-i", turned, "-c", "copy", "-metadata:s:v", "rotate=90");
        Assert.Equal(0, Command.Run("film", turned, "--still", "0.2", "-o", folder["still.png"]).ExitCode);
        using var still = Photo.Load(folder["still.png"]);
        Assert.Equal((120, 240), (still.Width, still.Height));
        var shown = Shown(turned, [5], "120:240");
        Assert.True(still.ToRgb().Zip(shown, (one, other) => Math.Abs(one - other)).Average() < 4,
            "the still is not what players show");

        var strokes = new byte[120 * 240 * 4];
        for (var i = 0; i < 200; i++)
            new byte[] { 200, 30, 30, 255 }.CopyTo(strokes, 4 * ((i / 10 + 5) * 120 + i % 10 + 5));
        Save(strokes, 120, "strokes.png");
        var colored = ColorOther(turned, "coloured.mov", "--hints", $"0.2={folder["strokes.png"]}");
        var rgb = Shown(colored, [20], "120:240");
        Assert.True(
            rgb[3 * (15 * 120 + 10)] > rgb[3 * (15 * 120 + 10) + 2] + 30, "the stroke is not where it was painted");
    }

    [Fact]
    public void Mask_OnTheFirstFrameOrAtATime_LimitsTheDials()
    {
        var half = new byte[160 * 120 * 4];
        for (var i = 0; i < 160 * 120; i++) half.AsSpan(4 * i, 4).Fill(i % 160 < 80 ? (byte)255 : (byte)0);
        for (var i = 3; i < half.Length; i += 4) half[i] = 255;
        Save(half, 160, "half.png");
        string[] dial = ["--saturation", "0", "--to", "0.2"];
        foreach (var mask in (string[])[folder["half.png"], "0.1=" + folder["half.png"]])
        {
            var rgb = Shown(Color("masked.mkv", [.. dial, "--overwrite", "--mask", mask]), [0], "160:120");
            double Chroma(int from, int to) => Enumerable.Range(0, 160 * 120)
                .Where(i => i % 160 >= from && i % 160 < to)
                .Average(i => Math.Abs(rgb[3 * i] - rgb[3 * i + 2]));
            var (inside, beside) = (Chroma(4, 70), Chroma(90, 156));
            Assert.True(inside < 3 && beside > 8, $"{inside} in the mask, {beside} beside it");
        }
    }

    [Theory]
    [InlineData("TIME=x,y,#rrggbb", "--hint", "1=3,4,red")]
    [InlineData("TIME=x,y,#rrggbb", "--hint", "3,4,#ff0000")]
    [InlineData("TIME=PICTURE", "--hints", "strokes.png")]
    [InlineData("within its 160×120 pixels", "--hint", "1=160,4,#ff0000")]
    [InlineData("within the film's", "--hint", "3=1,4,#ff0000")]
    [InlineData("within the film's", "--still", "3")]
    [InlineData("no file", "--hints", "1=nowhere.png")]
    [InlineData("no file", "--mask", "nowhere.png")]
    [InlineData("160×120 pixels, as stills of the film have, found 100×100", "--mask", "0.2=SMALL")]
    [InlineData("160×120 pixels, found 100×100", "--hints", "1=SMALL")]
    [InlineData("transparent", "--hints", "1=OPAQUE")]
    [InlineData("the part that is coloured", "--hint", "0.2=3,4,#ff0000", "--from", "1")]
    [InlineData("the part that is coloured", "--hint", "1.5=3,4,#ff0000", "--to", "1")]
    public void Hints_ThatDoNotFit_AreOneLineBeforeAnyWork(string expected, params string[] options)
    {
        Save(new byte[100 * 100 * 4], 100, "small.png");
        FilmFile.Make(folder["opaque.png"], "-i", film, "-frames:v", "1");
        var names = folder.Names();
        options = [
            .. options.Select(option => option.Replace("SMALL", folder["small.png"], StringComparison.Ordinal)
                .Replace("OPAQUE", folder["opaque.png"], StringComparison.Ordinal))];
        var command = Command.Run(["film", film, "-o", folder["out.mkv"], .. options]);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains(expected, Assert.Single(command.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(names, folder.Names());
    }

    private static int Middle(int frame) => 30 + 2 * frame;

    private static string Time(int frame) => FormattableString.Invariant($"{frame / Rate}");

    /// <summary>How much more red than blue there is in the middle of what slides, in each of the frames.</summary>
    private static int[] Redness(string film, int[] frames)
    {
        var rgb = Shown(film, frames, "160:120");
        return [.. frames.Select((frame, i) => 3 * ((120 * i + Top) * 160 + Middle(frame)))
            .Select(at => rgb[at] - rgb[at + 2])];
    }

    /// <summary>Frames as players show them, one below the other.</summary>
    private static byte[] Shown(string film, int[] frames, string size)
    {
        var chosen = string.Join('+', frames.Select(frame => $"eq(n\\,{frame})"));
        var picture = FilmFile.Make(
            Path.ChangeExtension(film, ".png"), "-i", film, "-vf",
            $"select={chosen},scale={size},tile=1x{frames.Length}", "-frames:v", "1");
        using var photo = Photo.Load(picture);
        return photo.ToRgb();
    }

    private void Save(byte[] pixels, int width, string name)
    {
        using var image = Image.NewFromMemory(pixels, width, pixels.Length / width / 4, 4, Enums.BandFormat.Uchar);
        using var srgb = image.Copy(interpretation: Enums.Interpretation.Srgb);
        srgb.WriteToFile(folder[name]);
    }

    private string Color(string name, params string[] options) =>
        ColorOther(film, name, ["--codec", "ffv1", .. options]);

    private string ColorOther(string other, string name, params string[] options)
    {
        var command = Command.Run(["film", other, "-o", folder[name], "--render", "128", .. options]);
        Assert.True(command.ExitCode == 0, command.Error);
        return folder[name];
    }

    /// <summary>The film of all these tests: the slide, then another picture.</summary>
    public sealed class Slides : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Slides()
        {
            First = FilmFile.Make(
                folder["slide.mkv"], "-loop", "1", "-i", Sample("coffee.png"), "-loop", "1", "-i", Sample("camera.png"),
                "-filter_complex",
                "[0]scale=160:120,negate[back];[1]crop=160:160:160:60,scale=40:40[thing];[back][thing]overlay=x=10+2*n:y=40,setsar=1,format=gray",
                "-frames:v", $"{Shot}", "-c:v", "ffv1");
            var next = FilmFile.Make(
                folder["next.mkv"], "-loop", "1", "-i", Sample("rocket.jpg"), "-vf",
                "scale=160:120,setsar=1,format=gray", "-frames:v", $"{Shot}", "-c:v", "ffv1");
            File.WriteAllText(folder["list.txt"], $"file {First}\nfile {next}\n");
            Film =
                FilmFile.Make(folder["film.mkv"], "-f", "concat", "-safe", "0", "-i", folder["list.txt"], "-c", "copy");
        }

        /// <summary>Both shots.</summary>
        public string Film { get; }

        /// <summary>The first shot alone.</summary>
        public string First { get; }

        public void Dispose() => folder.Dispose();

        private static string Sample(string name) => Repository.Path("samples", name);
    }
}
