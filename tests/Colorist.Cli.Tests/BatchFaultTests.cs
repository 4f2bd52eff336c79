using System.Diagnostics;
using System.Text;

namespace Colorist.Cli.Tests;

/// <summary>Batches in a world that is not as it should be: the work goes on, and each fault is one line.</summary>
public sealed class BatchFaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void List_LineWithANul_IsNamedByItsNumberAndTheOthersAreColored()
    {
        Box("a.jpg", "b.jpg");
        var list = Encoding.UTF8.GetBytes($"{At("box/a.jpg")}\n\n{At("box/")}\0.jpg\n{At("box/b.jpg")}\n");
        var command = Command.RunWith(list, "photo", "--list", "-", "-o", At("out"));
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("line 3: expected a path, found a NUL", OneLine(command.Error), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(At("out")).Length);
    }

    [Fact]
    public void Batch_FolderThatCannotBeEntered_IsOneLineAndTheOthersAreColored()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "paths may be longer");
        const int Levels = 12;
        var chain = string.Join('/', Enumerable.Repeat(new string('d', 200), Levels));
        Box("a.jpg", "deep/b.jpg");
        Directory.CreateDirectory(At("box/deep/" + chain));
        Directory.CreateDirectory(At("more/" + chain));
        // now paths are longer than they may be, also for root
        Directory.Move(At("more"), At($"box/deep/{chain}/more"));
        try
        {
            var command = Command.Run("photo", At("box"), "-o", At("out"));
            Assert.Equal(1, command.ExitCode);
            Assert.Contains(
                "expected a folder whose files can be listed", OneLine(command.Error), StringComparison.Ordinal);
            Assert.True(File.Exists(At("out/a.jpg")) && File.Exists(At("out/deep/b.jpg")));
        }
        finally
        {
            Directory.Move(At($"box/deep/{chain}/more"), At("more"));
        }
    }

    [Fact]
    public void Batch_ReportThatCannotBeWritten_IsOneLineAndTheWorkGoesOn()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        Box("a.jpg", "b.jpg");
        var command = Command.Run("photo", At("box"), "-o", At("out"), "--report", "/dev/full");
        Assert.Equal(1, command.ExitCode);
        Assert.Contains(
            "/dev/full: expected a report that can be written", OneLine(command.Error), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(At("out")).Length);
    }

    [Theory]
    [InlineData("> /dev/full", "expected standard output and error that can be written")]
    [InlineData("2> /dev/full", "")]
    public void Batch_OutputThatCannotBeWritten_EndsNothing(string redirection, string said)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        Box("a.jpg", "b.jpg");
        File.WriteAllText(At("box/bad.png"), "?");
        var command = Command.RunInShell("", redirection, "photo", At("box"), "-o", At("out"));
        Assert.Equal(1, command.ExitCode);
        Assert.Contains(said, command.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", command.Error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(At("out")).Length);
    }

    [Fact]
    public void Batch_NamesThatCommandATerminal_AreEscaped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names cannot be there");
        Box("\u001b[2Ja.jpg");
        File.WriteAllText(At("box/\u001b]0;x\u0007bad.png"), "?");
        var command = Command.Run("photo", At("box"), "-o", At("out"));
        Assert.Contains("\\u001b[2Ja.jpg: 40×30", command.Output, StringComparison.Ordinal);
        Assert.Contains("\\u001b]0;x\\u0007bad.png", OneLine(command.Error), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', command.Output + command.Error);
    }

    [Fact]
    public void Batch_FullDisk_IsCalledSo()
    {
        Directory.CreateDirectory(At("out"));
        Assert.SkipUnless(OperatingSystem.IsLinux()
            && Shell($"mount -t tmpfs -o size=16k tmpfs '{At("out")}' 2> /dev/null") == 0,
            "needs a disk of its own, which only root may mount");
        try
        {
            byte[] rgb = [.. Enumerable.Range(0, 200 * 200).SelectMany(i => Enumerable.Repeat((byte)(i * i / 7), 3))];
            Directory.CreateDirectory(At("box"));
            using (var photo = Photo.FromRgb(200, 200, rgb)) photo.Save(At("box/a.png"));
            var command = Command.Run("photo", At("box"), "-o", At("out"));
            Assert.Equal(1, command.ExitCode);
            Assert.EndsWith("no space left on the disk", OneLine(command.Error), StringComparison.Ordinal);
            Assert.Empty(Directory.GetFileSystemEntries(At("out")));
        }
        finally
        {
            Shell($"umount '{At("out")}'");
        }
    }

    [Fact]
    public async Task Batch_TwoIntoOneFolder_NeitherCallsWhatTheOtherDidAFailure()
    {
        Box([.. Enumerable.Range(0, 24).Select(i => $"{i}.png")]);
        var runs = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => Task.Run(() => Command.Run("photo", At("box"), "-o", At("out")))));
        Assert.All(runs, run => Assert.Equal((0, ""), (run.ExitCode, run.Error)));
        Assert.Equal(24, Directory.GetFiles(At("out")).Length);
    }

    private static string OneLine(string text) => Assert.Single(text.TrimEnd().Split('\n'));

    private static int Shell(string command)
    {
        using var shell = Process.Start("sh", ["-c", command]);
        shell.WaitForExit();
        return shell.ExitCode;
    }

    private string At(string name) => folder[name];

    private void Box(params string[] names)
    {
        byte[] rgb = [.. Enumerable.Range(0, 40 * 30).SelectMany(i => Enumerable.Repeat((byte)(i * 7), 3))];
        using var photo = Photo.FromRgb(40, 30, rgb);
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At("box/" + name))!);
            photo.Save(At("box/" + name));
        }
    }
}
