namespace Colorist.Cli.Tests;

public sealed class WatchCommandTests : IDisposable
{
    private static readonly string Camera = Repository.Path("samples", "camera.png");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Watch_PhotosThatArrive_AreColoredOnceTheyAreWhole()
    {
        Directory.CreateDirectory(folder["in"]);
        File.Copy(Camera, folder["in/there.png"]);
        using var command =
            new RunningCommand([], "watch", folder["in"], "-o", folder["out"], "--every", "0.3", "--render", "64");
        await Arrived("there.png");
        var bytes = File.ReadAllBytes(Camera);
        Directory.CreateDirectory(folder["in/box"]);
        using (var slow = new FileStream(
            folder["in/box/slow.png"], FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0))
        {
            foreach (var piece in bytes.Chunk(bytes.Length / 12 + 1)) // a piece between each look and the next
            {
                slow.Write(piece);
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        await Arrived("box/slow.png");
        File.WriteAllText(folder["in/none.jpg"], "Dear Sir or Madam");
        while (command.Errors.Count < 2) await Task.Delay(50, TestContext.Current.CancellationToken);
        await Task.Delay(1000, TestContext.Current.CancellationToken); // it must not be tried again
        command.Signal("INT");
        var (output, error) = await command.End();
        Assert.Equal(0, command.Process.ExitCode);
        Assert.Equal(2, error.Length); // that it waits, and the picture that is none
        Assert.Contains("none.jpg: expected", error[1], StringComparison.Ordinal);
        Assert.Equal("coloured 2 photos; 1 failed", output[^1]);
        using var photo = Photo.Load(folder["out/box/slow.png"]);
        Assert.True(photo.HasColor());
        Assert.Equal(
            ["box", "there.png"], Directory.GetFileSystemEntries(folder["out"]).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("a folder to watch", "watch", "nowhere", "-o", "out")]
    [InlineData("another folder", "watch", ".", "-o", ".")]
    [InlineData("--every 0.1 to 3600, found 0", "watch", ".", "-o", "out", "--every", "0")]
    [InlineData("for all photos", "watch", ".", "-o", "out", "--hint", "1,1,#ffffff")]
    public void Watch_WhatCannotBe_IsOneLine(string expected, params string[] arguments)
    {
        var command = Command.Run(arguments);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains(expected, Assert.Single(command.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private async Task Arrived(string name)
    {
        while (!File.Exists(Path.Combine(folder["out"], name)))
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }
}
