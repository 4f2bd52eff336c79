using System.Text;
using System.Text.Json;

namespace Colorist.Cli.Tests;

/// <summary>Many photos at once, with the shipped model.</summary>
public sealed class PhotoBatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Batch_FolderWithABadFile_ColorsTheOthersAndGoesOnWhereItWas()
    {
        Box("b.jpg", "deep/er/a.png", "deep/c.tif");
        File.WriteAllText(At("box/deep/bad.png"), "Dear Sir or Madam");
        var command = Command.Run("photo", At("box"), "-o", At("out"), "--report", At("report.jsonl"));
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("bad.png", Assert.Single(command.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("coloured 3 of 4 photos", command.Output, StringComparison.Ordinal);
        Assert.Equal(["b.jpg", "deep/c.tif", "deep/er/a.png"], Below("out"));
        var report = Report();
        Assert.Equal(4, report.Count);
        var good = report.Single(line => line.GetProperty("input").GetString() == At("box/b.jpg"));
        Assert.Equal((40, 30), (good.GetProperty("width").GetInt32(), good.GetProperty("height").GetInt32()));
        Assert.False(good.TryGetProperty("error", out _));
        Assert.Contains("bad.png", report.Single(line => line.GetProperty("width").GetInt32() == 0).GetProperty("error")
            .GetString());

        File.Delete(At("out/b.jpg"));
        File.WriteAllText(At("out/deep/c.tif"), "done already");
        var again = Command.Run("photo", At("box"), "-o", At("out"), "--report", At("report.jsonl"));
        Assert.Contains("coloured 1 of 4 photos", again.Output, StringComparison.Ordinal);
        Assert.Contains("2 were there already", again.Output, StringComparison.Ordinal);
        Assert.Equal("done already", File.ReadAllText(At("out/deep/c.tif")));
        Assert.Equal(6, Report().Count);
    }

    [Fact]
    public void Batch_PicturesOfFormatsThatAreNotRead_AreCounted()
    {
        Box("a.jpg");
        foreach (var name in (string[])["b.heic", "c.JP2", "deep.jxl", "notes.txt"])
            File.WriteAllText(At($"box/{name}"), "?");
        var command = Command.Run("photo", At("box"), "-o", At("out"));
        Assert.Equal(0, command.ExitCode);
        Assert.Contains("coloured 1 of 1 photos", command.Output, StringComparison.Ordinal);
        Assert.Contains(
            "3 more files look like pictures of formats that are not read", command.Output, StringComparison.Ordinal);
        var listed = Command.RunWith(Encoding.UTF8.GetBytes(At("box")), "photo", "--list", "-", "-o", At("listed"));
        Assert.Contains("3 more files", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_NamesAsLongAsTheyMayBe_AreKept()
    {
        string[] names = [new string('a', 251) + ".jpg", string.Concat(Enumerable.Repeat("照", 83)) + ".jpg"];
        Box(names);
        Assert.Equal(0, Command.Run("photo", At("box"), "-o", At("out")).ExitCode);
        Assert.Equal(names.Order(StringComparer.Ordinal), Below("out").Order(StringComparer.Ordinal));
        Assert.Equal(0, Command.Run("photo", At($"box/{names[1]}")).ExitCode);
        Assert.Equal(3, Below("box").Length); // a shorter name and -colour
    }

    [Fact]
    public void Batch_GlobsAndLists_FindTheirPhotos()
    {
        Box("a.jpg", "b.png", "in/c.jpg", "in/side/d.jpg");
        Assert.Equal(0, Command.Run("photo", At("box/*.jpg"), "-o", At("one"), "--format", "png").ExitCode);
        Assert.Equal(["a.png"], Below("one"));
        Assert.Equal(0, Command.Run("photo", At("box/**/*.jpg"), "-o", At("all")).ExitCode);
        Assert.Equal(["a.jpg", "in/c.jpg", "in/side/d.jpg"], Below("all"));
        var list = Encoding.UTF8.GetBytes($"{At("box/b.png")}\n{At("box/in")}\n");
        Assert.Equal(0, Command.RunWith(list, "photo", "--list", "-", "-o", At("listed")).ExitCode);
        Assert.Equal(["b.png", "c.jpg", "side/d.jpg"], Below("listed"));
    }

    [Fact]
    public void Batch_ResultsInsideTheBox_AreNotColoredAgain()
    {
        Box("a.jpg");
        Command.Run("photo", At("box"), "-o", At("box/coloured"));
        var again = Command.Run("photo", At("box"), "-o", At("box/coloured"));
        Assert.Contains("1 were there already", again.Output, StringComparison.Ordinal);
        Assert.Equal(["a.jpg", "coloured/a.jpg"], Below("box"));
    }

    [Fact]
    public void Batch_ResultOverAPhotoOrAnotherResult_IsRefused()
    {
        Box("a.jpg", "b/a.jpg");
        var before = File.ReadAllBytes(At("box/a.jpg"));
        var over = Command.Run("photo", At("box"), "-o", At("box"), "--overwrite");
        Assert.Equal((1, 2), (over.ExitCode, over.Error.TrimEnd().Split('\n').Length));
        Directory.CreateSymbolicLink(At("link"), At("box"));
        Assert.Equal(1, Command.Run("photo", At("box"), "-o", At("link"), "--overwrite").ExitCode);
        Assert.Equal(1, Command.Run("photo", At("box/a.jpg"), "-o", At("link/a.jpg"), "--overwrite").ExitCode);
        Assert.Equal(before, File.ReadAllBytes(At("box/a.jpg")));

        var twice = Command.Run("photo", At("box/a.jpg"), At("box/b/a.jpg"), "-o", At("out"));
        Assert.Contains(
            "an output of its own", Assert.Single(twice.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(["a.jpg"], Below("out"));
    }

    [Theory]
    [InlineData("box")]
    [InlineData("box", "-o", "out.jpg")]
    [InlineData("box", "-o", "-")]
    [InlineData("nothing*.jpg", "-o", "out")]
    [InlineData("--list", "nowhere.txt", "-o", "out")]
    [InlineData("box/a.jpg", "-o", "out.png", "--format", "jpg")]
    [InlineData]
    public void Batch_WrongCall_IsOneLineAndNothingWritten(params string[] arguments)
    {
        Box("a.jpg");
        var command =
            Command.Run(
                ["photo", .. arguments.Select(
                    argument => argument is "-" or "jpg" || argument.StartsWith('-') ? argument : At(argument))]);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("expected", Assert.Single(command.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(["box/a.jpg"], Below("."));
    }

    [Fact]
    public void Pipe_PictureIn_IsPictureOut()
    {
        Box("a.webp");
        var command = Command.RunWith(File.ReadAllBytes(At("box/a.webp")), "photo", "-");
        Assert.Equal(0, command.ExitCode);
        using var photo = Photo.Load(command.Bytes, "standard output");
        Assert.Equal((40, 30, ".webp"), (photo.Width, photo.Height, photo.Extension));
        Assert.Equal(1, Command.RunWith([], "photo", "-").ExitCode);
        Assert.Empty(Command.RunWith([], "photo", "-").Bytes);
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

    private List<JsonElement> Report() =>
        [.. File.ReadAllLines(At("report.jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private string[] Below(string name) =>
        [.. Directory.GetFiles(At(name), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(At(name), file)).Order(StringComparer.Ordinal)];
}
