using System.Text.Json;
using NetVips;

namespace Colorist.Cli.Tests;

/// <summary>Styles and moods as a user asks for them, with the shipped model.</summary>
public sealed class LookCommandTests : IDisposable
{
    private static readonly string Camera = Repository.Path("samples", "camera.png");
    private static readonly string Coffee = Repository.Path("samples", "coffee.png");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Photo_Style_GivesOtherColors()
    {
        Assert.NotEqual(Colored("plain.png"), Colored("coffee.png", "--style", Coffee));
        Assert.Equal(Colored("again.png"), Colored("none.png", "--style", Coffee, "--style-strength", "0"));
        Assert.NotEqual(
            Colored("sunset.png", "--mood", "sunset"), Colored("mixed.png", "--mood", "Sunset=3", "--style", Coffee));
    }

    [Fact]
    public void Photo_Palette_IsThatOfAPictureAFileOrColors()
    {
        Assert.Equal(0, Run("palette", Coffee, "-o", folder["coffee.json"]).ExitCode);
        var file = Colored("file.png", "--palette", folder["coffee.json"]);
        Assert.Equal(file, Colored("picture.png", "--palette", Coffee));
        Assert.NotEqual(file, Colored("colors.png", "--palette", "#3060b0=2, #d0a070"));
        Assert.NotEqual(file, Colored("pale.png", "--palette", Coffee, "--liveliness", "0.3"));
        Assert.Contains(
            "--overwrite", Refused("palette", "#3060b0", "-o", folder["coffee.json"]), StringComparison.Ordinal);
        var half = Refused("photo", Camera, "-o", folder["half.png"], "--palette", Coffee, "--model",
            Repository.Path("models", "iizuka-half"));
        Assert.Contains("found iizuka-half that takes none", half, StringComparison.Ordinal);
    }

    [Fact]
    public void Photo_Candidates_AreFilesOrASheet()
    {
        var command = Run("photo", Camera, "-o", folder["camera.png"], "--candidates", "2", "--render", "96",
            "--report", folder["report.jsonl"]);
        Assert.Equal((0, ""), (command.ExitCode, command.Error));
        Assert.Equal(["camera-1.png", "camera-2.png", "report.jsonl"], folder.Names());
        Assert.Contains(
            "\"candidate\":\"2 of 2\"", File.ReadAllLines(folder["report.jsonl"])[1], StringComparison.Ordinal);
        Assert.Contains("candidate 2 of 2", File.ReadAllText(folder["camera-2.png"]), StringComparison.Ordinal);
        Assert.Contains("already there",
            Refused("photo", Camera, "-o", folder["camera.png"], "--candidates", "3", "--render", "96"),
            StringComparison.Ordinal);
        Assert.Contains("2 to 9", Refused("photo", Camera, "--candidates", "1"), StringComparison.Ordinal);
        Assert.Contains("one photo", Refused("photo", Camera, Coffee, "-o", folder.Path, "--candidates", "3"),
            StringComparison.Ordinal);
        Assert.Equal(0, Run(
            "photo", Camera, "--candidates", "3", "--contact-sheet", folder["sheet.jpg"], "--render", "64").ExitCode);
    }

    [Fact]
    public void Photo_Doubt_IsSaidAndDrawn()
    {
        var command = Run("photo", Camera, "-o", folder["camera.png"], "--render", "96",
            "--doubt-map", folder["map.png"], "--report", folder["report.jsonl"]);
        Assert.Equal((0, ""), (command.ExitCode, command.Error));
        Assert.Equal(["camera.png", "map.png", "report.jsonl"], folder.Names());
        using var report = JsonDocument.Parse(File.ReadAllText(folder["report.jsonl"]));
        Assert.InRange(report.RootElement.GetProperty("doubt").GetDouble(), 5, 40);
        var places = report.RootElement.GetProperty("places").EnumerateArray()
            .Select(place => place.GetString()!).ToList();
        Assert.Equal(3, places.Count);
        Assert.Contains(
            $"hints would help most at {string.Join(' ', places)}", command.Output, StringComparison.Ordinal);
        Assert.NotNull(PointHint.Parse(places[0] + ",#808080"));

        Assert.Equal(0, Run("photo", Camera, Coffee, "--recolour", "-o", folder["two"], "--render", "96",
            "--doubt", "--report", folder["two.jsonl"]).ExitCode);
        Assert.All(File.ReadAllLines(folder["two.jsonl"]),
            line => Assert.Contains("\"doubt\":", line, StringComparison.Ordinal));
        Assert.Contains("one photo", Refused("photo", Camera, Coffee, "-o", folder["two"], "--doubt-map", "map.png"),
            StringComparison.Ordinal);
        Assert.Contains("found iizuka-half without",
            Refused("photo", Camera, "-o", folder["half.png"], "--doubt", "--model",
                Repository.Path("models", "iizuka-half")), StringComparison.Ordinal);
    }

    [Fact]
    public void Mood_SavedOfAPicture_IsListedAndIsThatPicturesStyle()
    {
        var saved = Run("mood", "save", "Old cup", Coffee);
        Assert.Equal((0, ""), (saved.ExitCode, saved.Error));
        Assert.Contains("old-cup: yours, of coffee.png", Run("mood", "list").Output, StringComparison.Ordinal);
        Assert.Equal(Colored("style.png", "--style", Coffee), Colored("mood.png", "--mood", "old cup"));

        Assert.Contains("--overwrite", Refused("mood", "save", "old-cup", Coffee), StringComparison.Ordinal);
        Assert.Equal(0, Run("mood", "save", "old-cup", Coffee, Camera, "--overwrite").ExitCode);
        Assert.Contains("noon", Refused("mood", "save", "noon", Coffee), StringComparison.Ordinal);
    }

    [Fact]
    public void Photo_ContactSheet_ShowsThePhotoInAllMoods()
    {
        var sheet = folder["sheet.png"];
        var command = Run("photo", Camera, "--contact-sheet", sheet, "--render", "64");
        Assert.Equal((0, ""), (command.ExitCode, command.Error));
        using var image = Image.NewFromFile(sheet);
        Assert.True(image.Width >= 3 * 400 && image.Height >= 3 * 400, $"{image.Width}×{image.Height}");
        Assert.Contains("already there", Refused("photo", Camera, "--contact-sheet", sheet), StringComparison.Ordinal);
        Directory.CreateDirectory(folder["sheets"]);
        Assert.Equal(0, Run(
            "photo", Camera, "--contact-sheet", "sheet.png", "-o", folder["sheets"], "--render", "64").ExitCode);
        Assert.True(File.Exists(folder["sheets/sheet.png"]));
        Assert.Contains("expected a folder that exists",
            Refused("photo", Camera, "--contact-sheet", "sheet.png", "-o", folder["no.png"]), StringComparison.Ordinal);
        Assert.Contains("one photo", Refused("photo", Camera, Coffee, "--contact-sheet", folder["other.png"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Photo_Hints_AreFoundWhereTheyAre()
    {
        var strokes = new byte[512 * 512 * 4];
        for (var i = 0; i < 40; i++) new byte[] { 150, 30, 40, 255 }.CopyTo(strokes, 4 * (300 * 512 + 80 + i));
        Save(strokes, 512, 4, "strokes.png");
        foreach (var look in new[] { Array.Empty<string>(), ["--hints-only"] })
        {
            var rgb = Colored(
                $"coat{look.Length}.png", ["--hints", folder["strokes.png"], "--hint", "400,480,#2050a0", .. look]);
            Assert.True(Redness(rgb, 100, 300) > 10
                && Redness(rgb, 100, 320) > 5, "the stroke's red is not on the coat");
            Assert.True(Redness(rgb, 400, 480) < -20, "the hint's blue is not on the lawn");
        }

        static int Redness(byte[] rgb, int x, int y) => rgb[3 * (y * 512 + x)] - rgb[3 * (y * 512 + x) + 2];
    }

    [Fact]
    public void Photo_Reference_LendsItsColors()
    {
        var arguments = new[] { "photo", Coffee, "--recolour", "--reference", Coffee, "-o", folder["cup.png"] };
        Assert.Equal(0, Run(arguments).ExitCode);
        using var truth = Photo.Load(Coffee);
        using var found = Photo.Load(folder["cup.png"]);
        Assert.True(truth.ToRgb().Zip(found.ToRgb(), (one, other) => Math.Abs(one - other)).Average() < 12,
            "the reference is not used");
        Assert.Contains("in colour", Refused("photo", Camera, "-o", folder["camera.png"], "--reference", Camera),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Photo_StrokesThatDoNotFit_AreRefusedInOneLine()
    {
        Save(new byte[100 * 100 * 4], 100, 4, "small.png");
        Assert.Contains("512×512 pixels, found 100×100",
            Refused("photo", Camera, "-o", folder["a.png"], "--hints", folder["small.png"]), StringComparison.Ordinal);
        Assert.Contains("transparent ground", Refused("photo", Camera, "-o", folder["a.png"], "--hints", Camera),
            StringComparison.Ordinal);
        Assert.Contains("every pixel",
            Refused("photo", Camera, "-o", folder["a.png"], "--hint", "1,1,#000000", "--render", "full"),
            StringComparison.Ordinal);
        Assert.Contains(
            "--hint", Refused("photo", Camera, "-o", folder["a.png"], "--hints-only"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("within its 512×512 pixels", "--hint", "512,3,#ff0000")]
    [InlineData("x,y,#rrggbb", "--hint", "5,3,red")]
    [InlineData("no file", "--hints", "nowhere.png")]
    [InlineData("no file", "--reference", "nowhere.png")]
    [InlineData("noon, sunset", "--mood", "dusk")]
    [InlineData("no file", "--style", "nowhere.jpg")]
    [InlineData("no file", "--palette", "nowhere.json")]
    [InlineData("no file", "--palette", "nowhere.png")]
    [InlineData("#rrggbb,#rrggbb=WEIGHT", "--palette", "#12345")]
    [InlineData("0 to 3", "--liveliness", "3.5")]
    [InlineData("above 0", "--mood", "noon=-1")]
    [InlineData("0 to 1", "--style-strength", "1.5")]
    public void Photo_WrongLook_IsOneLine(string expected, string option, string value)
    {
        var error = Refused("photo", Camera, "-o", folder["camera.png"], option, value);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains(value.Split('=', '#')[0].TrimEnd(','), error, StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void Photo_MoodsOfAnotherModel_AreRefused()
    {
        Run("mood", "save", "cup", Coffee);
        var file = Assert.Single(Directory.GetFiles(folder["config/colorist/moods"]));
        File.WriteAllText(
            file, File.ReadAllText(file).Replace("\"weights\":\"", "\"weights\":\"0", StringComparison.Ordinal));
        Assert.Contains("make them anew", Refused("photo", Camera, "-o", folder["camera.png"], "--mood", "cup"),
            StringComparison.Ordinal);
    }

    private string Refused(params string[] arguments)
    {
        var command = Run(arguments);
        Assert.Equal(1, command.ExitCode);
        return Assert.Single(command.Error.TrimEnd().Split('\n'));
    }

    private void Save(byte[] pixels, int width, int bands, string name)
    {
        using var image =
            Image.NewFromMemory(pixels, width, pixels.Length / width / bands, bands, Enums.BandFormat.Uchar);
        using var srgb = image.Copy(interpretation: Enums.Interpretation.Srgb);
        srgb.WriteToFile(folder[name]);
    }

    private byte[] Colored(string name, params string[] look)
    {
        var command = Run(["photo", Camera, "-o", folder[name], .. look]);
        Assert.Equal((0, ""), (command.ExitCode, command.Error));
        using var photo = Photo.Load(folder[name]);
        return photo.ToRgb();
    }

    /// <summary>Moods and presets are kept in a home of their own.</summary>
    private Command Run(params string[] arguments) => Command.RunAtHome(folder["config"], arguments);
}
