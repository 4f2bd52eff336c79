namespace Colorist.Cli.Tests;

/// <summary>Dials and presets as a user asks for them, with the shipped model.</summary>
public sealed class ToneCommandTests : IDisposable
{
    private static readonly string Camera = Repository.Path("samples", "camera.png");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Photo_PresetThatWasSaved_IsThoseDials()
    {
        string[] dials = ["--temperature", "-20", "--tint=4", "--balance", "auto", "--hue-map", "blue->brown:0.6",
            "--limit", "skin=25", "--saturation", "0.8", "--caution", "0.6"];
        var saved = Run(["preset", "save", "My film", .. dials]);
        Assert.Equal((0, ""), (saved.ExitCode, saved.Error));
        Assert.Contains("my-film: yours", Run("preset", "list").Output, StringComparison.Ordinal);
        Assert.Contains(
            "\"temperature\": -20", Run("preset", "show", "my film").Output, StringComparison.Ordinal);
        var colored = Colored("dials.png", dials);
        Assert.Equal(colored, Colored("preset.png", "--preset", "my-film"));
        Assert.NotEqual(colored, Colored("warmer.png", "--preset", "my-film", "--temperature", "20"));
        Assert.NotEqual(colored, Colored("bolder.png", "--preset", "my-film", "--caution", "0"));
        Assert.Contains("--overwrite", Refused("preset", "save", "my film", "--tint", "3"), StringComparison.Ordinal);
        Assert.Contains("two-strip", Refused("preset", "save", "two-strip"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-100 to 100, found 120", "--temperature", "120")]
    [InlineData("0 to 1, found 1.5", "--caution", "1.5")]
    [InlineData("a number", "--tint", "0,2")]
    [InlineData("auto or none, found yes", "--balance", "yes")]
    [InlineData("found blau", "--hue-map", "blau->red")]
    [InlineData("CHROMA 1 to 150, found skin=0", "--limit", "skin=0")]
    [InlineData("found faces", "--limit", "faces=20")]
    [InlineData("period-print", "--preset", "nothing")]
    [InlineData("no file", "--preset", "nothing.json")]
    [InlineData("no file", "--mask", "nothing.png")]
    public void Photo_WrongDial_IsOneLine(string expected, string option, string value)
    {
        Assert.Contains(
            expected, Refused("photo", Camera, "-o", folder["camera.png"], option, value), StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void Photo_Mask_OfAnotherSizeOrForSeveral_IsRefused()
    {
        var other = Repository.Path("samples", "rocket.jpg");
        Assert.Contains("512×512", Refused("photo", Camera, "-o", folder["camera.png"], "--mask", other, "--tint", "3"),
            StringComparison.Ordinal);
        Assert.Contains(
            "--mask", Refused("photo", Camera, other, "-o", folder["out"], "--mask", other), StringComparison.Ordinal);
    }

    private string Refused(params string[] arguments)
    {
        var command = Run(arguments);
        Assert.Equal(1, command.ExitCode);
        return Assert.Single(command.Error.TrimEnd().Split('\n'));
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
