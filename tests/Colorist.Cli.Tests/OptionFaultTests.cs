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
        Directory.CreateDirectory(folder["box"]);
        File.Copy(Camera, folder["box/camera.png"]);
        Directory.CreateDirectory(folder["out"]);
        foreach (var photo in (string[])[Camera, folder["box"]])
            Assert.Contains("every pixel", Refused("photo", photo, "-o", folder["out"], "--render", "full", "--reference", Coffee), StringComparison.Ordinal);
        Assert.Contains("every pixel", Refused("photo", Camera, "-o", folder["out"], "--render", "full", "--hint", "1,1,#102030"), StringComparison.Ordinal);
        Assert.Contains("every pixel", Refused("photo", "-", "--render", "full", "--hints", "strokes.png"), StringComparison.Ordinal); // before the pipe is read
        Assert.Empty(Directory.GetFileSystemEntries(folder["out"]));
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
