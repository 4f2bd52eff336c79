namespace Colorist.Tests;

public sealed class PaintingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Colorizer colorizer;
    private readonly Photo photo = Photo.FromLightness(Samples.Lightness(50, 70));

    public PaintingTests()
    {
        ModelExport.Write(folder["model"], Samples.Network(NetworkSizes.Tiny), Samples.Card(NetworkSizes.Tiny));
        colorizer = Colorizer.Load(folder["model"]);
    }

    public void Dispose()
    {
        colorizer.Dispose();
        photo.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Find_WithAndWithoutStrokes_IsWhatPredictFinds()
    {
        var painting = await colorizer.PaintAsync(photo);
        var hints = Hints.FromPoints(50, 70, [(10, 10, 200, 30, 30)]);
        Assert.Equal(Pixels(colorizer.Predict(photo)), Pixels(painting.Find()));
        Assert.Equal(Pixels(colorizer.Predict(photo, new Look { Hints = hints })), Pixels(painting.Find(hints)));
        Assert.Equal(Pixels(painting.Find()), Pixels(painting.Find())); // strokes leave no trace
    }

    [Fact]
    public async Task Find_StrokesOnASmallerCopy_ColorsThePhotoThere()
    {
        var painting = await colorizer.PaintAsync(photo);
        var red = Hints.FromPoints(25, 35, Enumerable.Range(0, 25).Select(x => (x, 20, (byte)200, (byte)30, (byte)30)));
        var row = Pixels(painting.Find(red)).AsSpan(3 * 50 * 40, 3 * 50).ToArray();
        Assert.True(row.Where((_, i) => i % 3 == 0).Average(value => value) > 20 + row.Where((_, i) => i % 3 == 1)
            .Average(value => value));
    }

    [Fact]
    public async Task Paint_LookWithHints_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => colorizer.PaintAsync(photo, new Look { Hints = Hints.FromPoints(50, 70, []) }));

    [Fact]
    public async Task ColorizeAsync_Painting_SavesWhatItFound()
    {
        var painting = await colorizer.PaintAsync(photo);
        var hints = Hints.FromPoints(50, 70, [(10, 10, 200, 30, 30)]);
        var options = new PhotoOptions { Look = new Look { Saturation = 0.5f } };
        await new PhotoColorizer(colorizer).ColorizeAsync(photo, painting, hints, folder["painted.png"], options);
        using var saved = Photo.Load(folder["painted.png"]);
        using var expected = colorizer.Colorize(photo, options.Look with { Hints = hints });
        Assert.Equal(expected.ToRgb(), saved.ToRgb());
    }

    [Fact]
    public void Load_StrokesInMemory_AreThoseOfTheFile()
    {
        using var opaque = new MemoryStream();
        photo.Save(opaque, ".png");
        var error = Assert.Throws<PhotoException>(() => Hints.Load(opaque.ToArray(), "strokes", 50, 70));
        Assert.Equal(
            "strokes: expected strokes on a transparent ground, found a picture without transparency", error.Message);
    }

    private byte[] Pixels(Colors colors)
    {
        using var colored = photo.WithChroma(colors.Chroma);
        return colored.ToRgb();
    }
}
