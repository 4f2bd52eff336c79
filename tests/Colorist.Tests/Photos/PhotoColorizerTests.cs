namespace Colorist.Tests;

public sealed class PhotoColorizerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Colorizer colorizer = Colorizer.Load(Repository.Path("models", "iizuka-half"), new ColorizerOptions
    {
        RenderSide = 64
    });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Camera => Repository.Path("samples", "camera.png");

    public void Dispose()
    {
        colorizer.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Colorize_FilePhotoAndStreams_GiveTheSamePicture()
    {
        var photos = new PhotoColorizer(colorizer);
        var result = photos.Colorize(Camera, folder["file.png"], stop: Stop);
        using var photo = Photo.Load(Camera);
        using var sent = new MemoryStream();
        photos.Colorize(photo, sent, stop: Stop);
        using var input = File.OpenRead(Camera);
        using var output = new MemoryStream();
        var awaited = await photos.ColorizeAsync(input, "camera", output, stop: Stop);

        var file = Pixels(File.ReadAllBytes(folder["file.png"]));
        Assert.Equal(file, Pixels(sent.ToArray()));
        Assert.Equal(file, Pixels(output.ToArray()));
        Assert.Equal((512, 512, 8), (result.Width, result.Height, result.Bits));
        Assert.Equal((result.MeanChroma, result.Width), (awaited.MeanChroma, awaited.Width));
        Assert.InRange(result.MeanChroma, 3, 60);
    }

    [Fact]
    public async Task ColorizeAsync_PhotoInColor_IsRefusedByTheOptionThatAllowsIt()
    {
        var photos = new PhotoColorizer(colorizer);
        var rocket = await File.ReadAllBytesAsync(Repository.Path("samples", "rocket.jpg"), Stop);
        using var output = new MemoryStream();
        var refused = await Assert.ThrowsAsync<PhotoException>(
            () => photos.ColorizeAsync(new MemoryStream(rocket), "rocket", output, stop: Stop));
        Assert.Equal(("rocket", nameof(PhotoOptions.Recolor)), (refused.Path, refused.Option));
        Assert.Equal(0, output.Length);
        await photos.ColorizeAsync(new MemoryStream(rocket), "rocket", output, ".png", new PhotoOptions
        {
            Recolor = true
        }, Stop);
        Assert.NotEqual(0, output.Length);
    }

    [Fact]
    public void Colorize_LookWithoutSaturation_IsGrey()
    {
        new PhotoColorizer(colorizer)
            .Colorize(Camera, folder["grey.png"], new PhotoOptions { Look = new Look { Saturation = 0 } }, Stop);
        var pixels = Pixels(File.ReadAllBytes(folder["grey.png"]));
        Assert.All(Enumerable.Range(0, pixels.Length / 3),
            i => Assert.True(pixels[3 * i] == pixels[3 * i + 1] && pixels[3 * i] == pixels[3 * i + 2]));
    }

    [Fact]
    public void Colorize_Stopped_LeavesNoFile()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => new PhotoColorizer(colorizer).Colorize(Camera, folder["out.png"], stop: stop.Token));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static byte[] Pixels(byte[] encoded)
    {
        using var photo = Photo.Load(encoded, "result");
        return photo.ToRgb();
    }
}
