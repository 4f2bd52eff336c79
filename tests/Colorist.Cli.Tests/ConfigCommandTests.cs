namespace Colorist.Cli.Tests;

public sealed class ConfigCommandTests : IDisposable
{
    private static readonly string Camera = Repository.Path("samples", "camera.png");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string File => folder["colorist/config.json"];

    [Fact]
    public void Default_SetUsedAndForgotten_IsSaidAndTheCommandLineWins()
    {
        Assert.Equal(0, Run("config", "set", "photo.quality", "40").ExitCode);
        Assert.Contains("\"photo.quality\": \"40\"", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        Assert.Equal($"photo.quality = 40\nkept in {File}\n", Run("config").Output);
        Assert.Equal(0, Run("photo", Camera, "-o", folder["default.jpg"], "--render", "64").ExitCode);
        Assert.Equal(0, Run("photo", Camera, "-o", folder["typed.jpg"], "--render", "64", "--quality", "95").ExitCode);
        Assert.True(2 * Length("default.jpg") < Length("typed.jpg"));
        Assert.Equal(0, Run("config", "unset", "photo.quality").ExitCode);
        Assert.Equal("{}\n", System.IO.File.ReadAllText(File));
        Assert.Contains("photo.quality", Refused("config", "unset", "photo.quality"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("photo.qualty", "90", "photo.qualty")]
    [InlineData("photo.output", "out", "photo.output")] // of one run
    [InlineData("quality", "90", "quality")]
    [InlineData("photo.quality", "good", "a whole number")]
    [InlineData("photo.vivid", "maybe", "true or false")]
    [InlineData("film.device", "gpu", "directml")]
    public void Set_UnknownKeyOrValue_IsRefusedAndNothingIsKept(string key, string value, string expected)
    {
        Assert.Contains(expected, Refused("config", "set", key, value), StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Theory]
    [InlineData("{\"photo.qualty\": 90}", "photo.qualty")]
    [InlineData("{\"photo.quality\": [90]}", "photo.quality")]
    [InlineData("{\"photo.quality\": 90", "a JSON object")]
    [InlineData("{\"photo.quality\": 900}", "photo.quality in")]
    public void Photo_WithADamagedFile_SaysWhichKeyAndFile(string content, string expected)
    {
        Directory.CreateDirectory(folder["colorist"]);
        System.IO.File.WriteAllText(File, content);
        var error = Refused("photo", Camera, "-o", folder["out.png"]);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains(File, error, StringComparison.Ordinal);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void Keys_EveryOptionOfMoreThanOneRun_IsNamed()
    {
        var keys = Run("config", "--keys").Output.Split('\n');
        Assert.Contains("film.crf", keys);
        Assert.Contains("photo.threads", keys);
        Assert.DoesNotContain("film.resume", keys);
    }

    private long Length(string name) => new FileInfo(folder[name]).Length;

    private string Refused(params string[] arguments)
    {
        var command = Run(arguments);
        Assert.Equal(1, command.ExitCode);
        Assert.Single(command.Error.TrimEnd().Split('\n'));
        return command.Error;
    }

    private Command Run(params string[] arguments) => Command.RunAtHome(folder.Path, arguments);
}
