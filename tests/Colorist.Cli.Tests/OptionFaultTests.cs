using System.Text.Json;

namespace Colorist.Cli.Tests;

/// <summary>Options that cannot be had: one line in our own words, before any work.</summary>
public sealed class OptionFaultTests : IDisposable
{
    private static readonly string Camera = Repository.Path("samples", "camera.png");
    private static readonly string Coffee = Repository.Path("samples", "coffee.png");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Photo_EveryPixelWithAReferenceOrHints_IsRefusedBeforeAnyWork()
    {
        Box(Camera);
        Directory.CreateDirectory(folder["out"]);
        foreach (var photo in (string[])[Camera, folder["box"]])
            Assert.Contains("every pixel",
                Refused("photo", photo, "-o", folder["out"], "--render", "full", "--reference", Coffee),
                StringComparison.Ordinal);
        Assert.Contains("every pixel",
            Refused("photo", Camera, "-o", folder["out"], "--render", "full", "--hint", "1,1,#102030"),
            StringComparison.Ordinal);
        // before the pipe is read
        Assert.Contains("every pixel", Refused("photo", "-", "--render", "full", "--hints", "strokes.png"),
            StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder["out"]));
    }

    [Theory]
    [InlineData("32 to 4096 or full", "--render", "16")]
    [InlineData("32 to 4096 or full", "--render", "5000")]
    [InlineData("automatic, full, eightBits or half", "--precision", "8")]
    [InlineData("automatic, full, eightBits or half", "--precision", "1")]
    [InlineData("true or false", "--vivid=no")]
    [InlineData("true or false", "--overwrite=1")]
    [InlineData("0.2", "--saturation", "0,2")]
    [InlineData("0.2", "--style-strength", "0,2")]
    [InlineData("0.2", "--saturation", "NaN")]
    [InlineData("--report", "--report")]
    [InlineData("heic", "--format", "heic")]
    [InlineData("--style, --mood or --palette", "--style-strength", "0.5")]
    public void Photo_WrongOption_IsOneLine(string expected, params string[] options)
    {
        Assert.Contains(
            expected, Refused(["photo", Camera, "-o", folder["camera.png"], .. options]), StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void Photo_PrecisionByNameInAnyCaseAndAFalse_AreTaken() =>
        Assert.Equal(0, Command.Run("photo", Camera, "-o", folder["camera.png"], "--render", "64", "--precision",
            "FULL", "--vivid=false").ExitCode);

    [Theory]
    [InlineData("--hint", "1,1,#102030")]
    [InlineData("--hints", "strokes.png")]
    public void Photos_OneSetOfHintsForSeveral_IsRefused(params string[] hints)
    {
        Box(Camera);
        Assert.Contains(
            "one photo", Refused(["photo", folder["box"], "-o", folder["out"], .. hints]), StringComparison.Ordinal);
        Assert.Contains(
            "one photo", Refused(["photo", Camera, Coffee, "-o", folder["out"], .. hints]), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void Photo_GreyReference_IsRefusedHoweverItIsStored()
    {
        byte[] rgb = [.. Enumerable.Range(0, 40 * 30).SelectMany(i => Enumerable.Repeat((byte)(i * 7), 3))];
        using (var photo = Photo.FromRgb(40, 30, rgb)) photo.Save(folder["grey.png"]);
        Assert.Contains("grey.png: expected a picture in colour",
            Refused("photo", Camera, "-o", folder["a.png"], "--reference", folder["grey.png"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_PhotosInColor_AreNoFailure()
    {
        Box(Camera, Coffee);
        var command = Command.Run(
            "photo", folder["box"], "-o", folder["out"], "--render", "64", "--report", folder["report.jsonl"]);
        Assert.Equal((0, ""), (command.ExitCode, command.Error));
        Assert.Contains("coloured 1 of 2 photos", command.Output, StringComparison.Ordinal);
        Assert.Contains("; 1 in colour, left alone", command.Output, StringComparison.Ordinal);
        var line = File.ReadAllLines(folder["report.jsonl"]).Select(text => JsonDocument.Parse(text).RootElement)
            .Single(photo => photo.GetProperty("isInColor").GetBoolean());
        Assert.EndsWith("coffee.png", line.GetProperty("input").GetString(), StringComparison.Ordinal);
        Assert.False(line.TryGetProperty("error", out _));
        Assert.Contains("found one in colour", line.GetProperty("remark").GetString(), StringComparison.Ordinal);
        Assert.Equal(["camera.png"], Directory.GetFiles(folder["out"]).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("32 to 4096", "--render", "16")]
    [InlineData("a whole number", "--render", "full")]
    [InlineData("0 to 51 for libx264", "--crf", "99")]
    [InlineData("0 to 63 for libvpx-vp9", "--crf", "64", "--codec", "libvpx-vp9")]
    [InlineData("--crf 0 or more", "--crf", "-1")]
    [InlineData("0.2", "--saturation", "0,2")]
    [InlineData("0 to 3", "--saturation", "4")]
    [InlineData("true or false", "--vivid=no")]
    public void Film_WrongOption_IsOneLine(string expected, params string[] options)
    {
        var film = FilmFile.Make(folder["film.mkv"], 0.2, "-c:v", "libx264");
        Assert.Contains(
            expected, Refused(["film", film, "-o", folder["out.mkv"], .. options]), StringComparison.Ordinal);
        Assert.Equal(["film.mkv"], folder.Names());
    }

    [Fact]
    public void Film_Saturation_ScalesItsColors()
    {
        var film = FilmFile.Make(folder["film.mkv"], 0.2, "-c:v", "libx264");
        Assert.Equal(0, Colored("plain.mkv"));
        Assert.Equal(0, Colored("grey.mkv", "--saturation", "0"));
        Assert.Equal(0, Colored("half.mkv", "--saturation", "1", "--strength", "0.5"));
        Assert.Equal(0, Colored("same.mkv", "--saturation", "0.5"));
        var grey = Chroma("grey.mkv");
        Assert.Single(grey.Distinct()); // no colour: every sample in the middle
        Assert.NotEqual(grey, Chroma("plain.mkv"));
        Assert.NotEqual(Chroma("half.mkv"), Chroma("plain.mkv"));
        Assert.Equal(Chroma("half.mkv"), Chroma("same.mkv"));

        int Colored(string name, params string[] options) =>
            Command.Run(["film", film, "-o", folder[name], "--codec", "ffv1", "--render", "64", .. options]).ExitCode;
        string[] Chroma(string name) => FilmFile.Checksums(folder[name], "-vf", "extractplanes=u");
    }

    [Theory]
    [InlineData(
        "expected photo, film, watch, mood, palette, preset, model, doctor, serve, work, study, config, completion or manual, found nonsense", "nonsense")]
    [InlineData("expected save or list, found none", "mood")]
    [InlineData("expected save or list, found forget", "mood", "forget")]
    [InlineData("expected <film>, found none", "film")]
    [InlineData("expected <name>, found none", "mood", "save")]
    [InlineData("expected what film --help names, found other.mkv", "film", "film.mkv", "other.mkv")]
    [InlineData("expected what film --help names, found --sideways", "film", "--sideways")]
    [InlineData("expected what photo --help names, found --sideways", "photo", "photo.png", "--sideways")]
    [InlineData("expected what mood list --help names, found more", "mood", "list", "more")]
    [InlineData("expected a value behind --crf, found none", "film", "film.mkv", "--crf")]
    [InlineData("expected --output once, found it 2 times", "film", "film.mkv", "-o", "a.mkv", "-o", "b.mkv")]
    [InlineData("@photo.png: expected a picture file, found no file", "photo", "@photo.png")]
    [InlineData("--sideways: expected a picture file, found no file", "photo", "--", "--sideways")]
    public void Command_WrongCall_IsOneLineInOurWords(string expected, params string[] arguments) =>
        Assert.Equal($"colorist: {expected}", Refused(arguments));

    private void Box(params string[] photos)
    {
        Directory.CreateDirectory(folder["box"]);
        foreach (var photo in photos) File.Copy(photo, folder["box/" + Path.GetFileName(photo)]);
    }

    private static string Refused(params string[] arguments)
    {
        var command = Command.Run(arguments);
        var line = Assert.Single(command.Error.TrimEnd().Split('\n'));
        Assert.Equal((1, ""), (command.ExitCode, command.Output));
        Assert.StartsWith("colorist: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", line, StringComparison.Ordinal);
        return line;
    }
}
