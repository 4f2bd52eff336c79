using Colorist.Modelling;

namespace Colorist.Cli.Tests;

/// <summary>Models of other projects, small ones, through the command.</summary>
public sealed class ModelCommandTests : IDisposable
{
    private static readonly string Camera = Repository.Path("samples", "camera.png");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Model_OnnxFile_ColorsAPhotoABatchAndAFilm()
    {
        var added = Run("model", "add", ForeignFiles.Zhang(64, 110).Save(folder["x"]), "--name", "mine");
        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        Assert.StartsWith("mine: Like Zhang and others", added.Output, StringComparison.Ordinal);
        Assert.Contains("licence: BSD-2-Clause", added.Output, StringComparison.Ordinal);
        Assert.Contains("mine: Like Zhang", Run("model", "list").Output, StringComparison.Ordinal);

        Assert.Equal((0, ""), Ended(Run("photo", Camera, "-o", folder["camera.png"], "--model", "mine")));
        AssertSameLightness(Camera, folder["camera.png"]);
        Directory.CreateDirectory(folder["in"]);
        foreach (var name in (string[])["in/1.png", "in/2.png"]) File.Copy(Camera, folder[name]);
        Assert.Contains("2 photos", Run("photo", folder["in"], "-o", folder["out"], "--model", "mine").Output,
            StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(folder["camera.png"]), File.ReadAllBytes(folder["out/2.png"]));

        var film = FilmFile.Make(folder["film.mkv"], 0.4, "-c:v", "ffv1", "-c:a", "flac");
        Assert.Equal(0, Run("film", film, "-o", folder["coloured.mkv"], "--model", "mine", "--codec", "ffv1").ExitCode);
        Assert.Equal(FilmFile.Luma(film), FilmFile.Luma(folder["coloured.mkv"]));
        Assert.NotEqual(FilmFile.Checksums(film), FilmFile.Checksums(folder["coloured.mkv"]));
    }

    [Fact]
    public void Model_WithoutGlobalFeatures_SaysSoWhereStylesOrMoodsAreWanted()
    {
        Run("model", "add", ForeignFiles.DDColor(64).Save(folder["x"]));
        foreach (var wish in (string[][])[["photo", Camera, "--style", Camera], ["photo", Camera, "--mood", "noon"],
            ["mood", "save", "mine", Camera]])
        {
            var (code, error) = Ended(Run([.. wish, "--model", "ddcolor"]));
            Assert.Equal(1, code);
            Assert.Contains("expected a model with global features for", error, StringComparison.Ordinal);
            Assert.Contains("found ddcolor without", error, StringComparison.Ordinal);
        }
        var full = Ended(Run("photo", Camera, "--model", "ddcolor", "--render", "full"));
        Assert.Equal(
            (1,
                "colorist: expected a model that takes tiles for every pixel, found ddcolor, which sees whole pictures only\n"),
                full);
        Assert.Contains("knows none",
            Run("photo", Camera, "-o", folder["c.png"], "--scene", "--model", "ddcolor").Output,
            StringComparison.Ordinal);
        Assert.Contains("styles and moods: no", Run("model", "show", "ddcolor").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_TheOneThatComesWithTheProgram_HasItsNameInAMergeToo()
    {
        Run("model", "add", ForeignFiles.DDColor(64).Save(folder["x"]));
        var merged = Run("photo", Camera, "-o", folder["merged.png"], "--model", "resnet18+ddcolor:0.4");
        Assert.Equal((0, ""), Ended(merged));
        AssertSameLightness(Camera, folder["merged.png"]);
    }

    [Fact]
    public void Model_ReleasedNetworkAndAMergeWithIt_TakeStyles()
    {
        var sizes = NetworkSizes.Tiny with { Classes = 0, FusionKernel = 3, LumaMean = 0.4375f };
        ReleasedFile.Write(folder["net.t7"], Samples.Network(sizes));
        Assert.Contains("CC BY-NC-SA 4.0", Run("model", "add", folder["net.t7"]).Output, StringComparison.Ordinal);
        Run("model", "add", ForeignFiles.DDColor(64).Save(folder["x"]));
        foreach (var model in (string[])["iizuka-released", "iizuka-released+ddcolor:0.4"])
        {
            Assert.Equal(
                (0, ""), Ended(Run("photo", Camera, "-o", folder["plain.png"], "--overwrite", "--model", model)));
            Assert.Equal((0, ""),
                Ended(Run("photo", Camera, "-o", folder["style.png"], "--overwrite", "--model", model, "--style",
                    Repository.Path("samples", "coffee.png"))));
            AssertSameLightness(Camera, folder["style.png"]);
            Assert.NotEqual(File.ReadAllBytes(folder["plain.png"]), File.ReadAllBytes(folder["style.png"]));
        }
    }

    [Fact]
    public void Model_AlteredFile_IsFoundByCheckAndNotUsed()
    {
        Run("model", "add", ForeignFiles.DDColor(64).Save(folder["x"]));
        var check = Run("model", "check");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("ddcolor: 1 files as the card says", check.Output, StringComparison.Ordinal);
        var graph = folder["models/ddcolor/local.onnx"];
        var bytes = File.ReadAllBytes(graph);
        bytes[^9] ^= 1;
        File.WriteAllBytes(graph, bytes);
        foreach (var command in (string[][])[["model", "check", "ddcolor"], ["model", "check"],
            ["photo", Camera, "--model", "ddcolor"]])
        {
            var (code, error) = Ended(Run(command));
            Assert.Equal(1, code);
            Assert.Contains("local.onnx: expected SHA-256", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Model_Removed_IsGone()
    {
        Run("model", "add", ForeignFiles.DDColor(64).Save(folder["x"]));
        Assert.Contains("--overwrite replaces it", Run("model", "add", folder["x"]).Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), Ended(Run("model", "remove", "ddcolor")));
        Assert.DoesNotContain("ddcolor", Run("model", "list").Output, StringComparison.Ordinal);
        foreach (var verb in (string[])["show", "check", "remove"])
            Assert.Equal(
                (1, $"colorist: {folder["models"]}: expected a model of the name ddcolor, found none at all\n"),
                Ended(Run("model", verb, "ddcolor")));
    }

    [Fact]
    public void Model_NotRecognised_SaysWhatWouldHelp()
    {
        new OnnxFile().Input("x", 1, 5, 64, 64).Output("y", 1, 2, 64, 64).Node("Identity", ["x"], "y")
            .Save(folder["x"]);
        var (code, error) = Ended(Run("model", "add", folder["x"]));
        Assert.Equal(1, code);
        Assert.EndsWith(
            "found inputs x (1×5×64×64); outputs y (1×2×64×64): --description FILE says how its input and output are meant\n",
            error, StringComparison.Ordinal);
        Assert.Single(error, letter => letter == '\n');
    }

    private static (int Code, string Error) Ended(Command command) =>
        (command.ExitCode, command.Error.ReplaceLineEndings("\n"));

    private static void AssertSameLightness(string before, string after)
    {
        using Photo one = Photo.Load(before), other = Photo.Load(after);
        Assert.Equal((one.Width, one.Height), (other.Width, other.Height));
        var differences = one.Lightness(one.Width, one.Height).Values
            .Zip(other.Lightness(one.Width, one.Height).Values, (left, right) => Math.Abs(left - right));
        Assert.InRange(differences.Max(), 0, 0.7);
    }

    private Command Run(params string[] arguments) =>
        Command.RunIn(new Dictionary<string, string> { [ModelShelf.Variable] = folder["models"] }, arguments);
}
