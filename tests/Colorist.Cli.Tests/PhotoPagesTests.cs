using NetVips;

namespace Colorist.Cli.Tests;

/// <summary>These run with the shipped model.</summary>
public sealed class PhotoPagesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public PhotoPagesTests()
    {
        Directory.CreateDirectory(folder["box"]);
        using var camera = Image.NewFromFile(Repository.Path("samples", "camera.png"));
        using var three = camera.ThumbnailImage(96).Replicate(1, 3)
            .Mutate(image => image.Set(GValue.GIntType, "page-height", 96));
        three.Tiffsave(folder["box/album.tif"]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Photo_AllPages_AreOneTiffOrOneLine()
    {
        string[] few = ["photo", folder["box/album.tif"], "--render", "64"];
        Assert.Contains(
            "2 more pages left out", Command.Run([.. few, "-o", folder["first.tif"]]).Output, StringComparison.Ordinal);

        var png = Command.Run([.. few, "--pages", "all", "-o", folder["all.png"]]);
        Assert.Equal(
            (1, $"colorist: {folder["all.png"]}: expected the extension .tif for a file of all pages, found .png\n"),
            (png.ExitCode, png.Error));

        var box = Command.Run("photo", folder["box"], "-o", folder["out"], "--pages", "all", "--render", "64",
            "--report", folder["report"]);
        Assert.Equal((0, ""), (box.ExitCode, box.Error));
        Assert.Contains("\"remark\":\"3 pages coloured", File.ReadAllText(folder["report"]), StringComparison.Ordinal);
        using var all = Photo.Load(folder["out/album.tif"]);
        Assert.Equal((96, 96, 2), (all.Width, all.Height, all.MorePages));
    }
}
