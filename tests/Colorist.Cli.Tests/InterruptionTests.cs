namespace Colorist.Cli.Tests;

/// <summary>Ctrl+C and SIGTERM, sent to the command as users and systems send them.</summary>
public sealed class InterruptionTests : IDisposable
{
    private const int Photos = 40;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Batch_Stopped_FinishesThePhotosInWorkAndSaysHowFarItCame(string signal)
    {
        using var command = StartBatch(Repository.Path("samples", "camera.png"));
        while (Results().Length == 0 && !command.Process.HasExited)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        command.Signal(signal);
        var (output, error) = await command.End();
        Assert.Equal(130, command.Process.ExitCode);
        Assert.Equal(
            "colorist: the photos in work are finished first; the same once more drops them", Assert.Single(error));
        var done = Results().Length;
        Assert.InRange(done, 1, Photos - 1);
        Assert.StartsWith($"coloured {done} of {Photos} photos", output[^1], StringComparison.Ordinal);
        Assert.EndsWith(
            $"stopped with {Photos - done} to go: the same command goes on", output[^1], StringComparison.Ordinal);
        AssertWhole();
    }

    [Fact]
    public async Task Batch_StoppedTwice_DropsThePhotosInWorkWithoutATrace()
    {
        const int Side = 2000; // takes long
        using (var photo = Photo.FromRgb(Side, Side,
            [.. Enumerable.Range(0, Side * Side * 3).Select(i => (byte)(i / 3 % 251))]))
            photo.Save(folder["large.png"]);
        using var command = StartBatch(folder["large.png"], "--render", "full");
        while (!Directory.Exists(folder["out"]) && !command.Process.HasExited)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        command.Signal("INT");
        while (command.Errors.IsEmpty) await Task.Delay(5, TestContext.Current.CancellationToken);
        command.Signal("INT");
        var (output, error) = await command.End();
        Assert.Equal(130, command.Process.ExitCode);
        Assert.Single(error);
        Assert.StartsWith($"coloured 0 of {Photos} photos", output[^1], StringComparison.Ordinal);
        Assert.Empty(
            Directory.GetFileSystemEntries(folder["out"], "*", new EnumerationOptions { AttributesToSkip = 0 }));
    }

    [Fact]
    public async Task Film_StoppedFromATerminal_KeepsItsPartsAndGoesOn()
    {
        var film = FilmFile.Make(
            folder["film.mkv"], "-f", "lavfi", "-i", "testsrc2=s=64x48:d=10", "-f", "lavfi", "-i",
            "mandelbrot=s=64x48,trim=duration=6",
            "-filter_complex", "[0][1]concat=n=2,format=gray", "-c:v", "ffv1");
        string[] arguments = ["film", film, "-o", folder["out.mkv"], "--render", "32", "--encoder-preset", "ultrafast"];
        // a terminal sends the signal to ffmpeg too
        using var command = new RunningCommand(["setsid", "-w"], arguments);
        while (!Parts().Any(part => part.EndsWith("segments.jsonl", StringComparison.Ordinal))
            && !command.Process.HasExited) await Task.Delay(5, TestContext.Current.CancellationToken);
        command.Signal("INT", group: true);
        var (_, error) = await command.End();
        Assert.Equal($"colorist: {film}: stopped; the same command with --resume goes on", Assert.Single(error));
        Assert.Equal(130, command.Process.ExitCode);
        Assert.False(File.Exists(folder["out.mkv"]));
        Assert.Equal(0, Command.Run([.. arguments, "--resume"]).ExitCode);
        Assert.Equal(FilmFile.Times(film), FilmFile.Times(folder["out.mkv"]));
        Assert.Empty(Parts());
    }

    private RunningCommand StartBatch(string photo, params string[] options)
    {
        Directory.CreateDirectory(folder["box"]);
        for (var i = 0; i < Photos; i++) File.Copy(photo, folder[$"box/{i:00}.png"]);
        return new RunningCommand([], ["photo", folder["box"], "-o", folder["out"], .. options]);
    }

    private string[] Results() => Directory.Exists(folder["out"]) ? Directory.GetFiles(folder["out"], "*.png") : [];

    private string[] Parts() => Directory.GetFiles(folder.Path, "*", new EnumerationOptions
    {
        RecurseSubdirectories = true,
        AttributesToSkip = 0
    })
        .Where(file => Path.GetDirectoryName(file) != folder.Path).ToArray();

    /// <summary>Every result is a whole picture, and there is nothing else.</summary>
    private void AssertWhole()
    {
        Assert.Equal(Results().Order(),
            Directory.GetFileSystemEntries(folder["out"], "*", new EnumerationOptions { AttributesToSkip = 0 })
                .Order());
        foreach (var result in Results())
        {
            using var photo = Photo.Load(result);
            Assert.NotEmpty(photo.ToRgb());
        }
    }
}
