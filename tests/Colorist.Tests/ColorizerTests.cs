namespace Colorist.Tests;

public sealed class ColorizerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Colorize_AnyPhoto_KeepsItsSizeAndLightness()
    {
        using var colorizer = Load(NetworkSizes.Tiny);
        using var photo = Grey(50, 70);
        using var colored = colorizer.Colorize(photo);
        var pixels = colored.ToRgb();

        Assert.Equal((50, 70), (colored.Width, colored.Height));
        Assert.NotEqual(photo.ToRgb(), pixels);
        var before = Lightness(photo.ToRgb());
        // one step of 8 bits
        Assert.All(Lightness(pixels).Zip(before), pair => Assert.Equal(pair.Second, pair.First, 0.8f));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 400)]
    public void Colorize_OddestPhotos_KeepTheirSize(int width, int height)
    {
        using var colorizer = Load(NetworkSizes.Tiny);
        using var photo = Grey(width, height);
        using var colored = colorizer.Colorize(photo);
        Assert.Equal(3 * width * height, colored.ToRgb().Length);
    }

    [Fact]
    public void Colorize_WithItsOwnScene_IsTheSame()
    {
        using var colorizer = Load(NetworkSizes.Tiny);
        using var photo = Grey(40, 32);
        using var plain = colorizer.Colorize(photo);
        using var described = colorizer.Colorize(photo, new Look { Style = colorizer.Describe(photo) });
        Assert.Equal(plain.ToRgb(), described.ToRgb());
    }

    [Fact]
    public void Colorize_WithAnotherScene_GivesOtherColors()
    {
        using var colorizer = Load(NetworkSizes.Tiny);
        using var photo = Grey(40, 32);
        using var plain = colorizer.Colorize(photo);
        var other = colorizer.Describe(photo) with { Vector = Samples.Scene(16).Vector };
        using var transferred = colorizer.Colorize(photo, new Look { Style = other });
        Assert.NotEqual(plain.ToRgb(), transferred.ToRgb());
    }

    [Fact]
    public void Colorize_OtherRenderSide_GivesOtherColors()
    {
        using var photo = Grey(128, 128);
        using var usual = Load(NetworkSizes.Tiny);
        using var small = Load(NetworkSizes.Tiny, new() { RenderSide = 32, Threads = 1 });
        using var plain = usual.Colorize(photo);
        using var coarse = small.Colorize(photo);
        Assert.NotEqual(plain.ToRgb(), coarse.ToRgb());
    }

    [Fact]
    public void Describe_Photo_GivesProbabilitiesThatAddUpTo1()
    {
        using var colorizer = Load(NetworkSizes.Tiny);
        using var photo = Grey(40, 32);
        var scene = colorizer.Describe(photo);
        Assert.Equal((16, colorizer.Card.Labels.Count), (scene.Vector.Length, scene.Probabilities.Length));
        Assert.Equal(1, scene.Probabilities.Sum(), 1e-5);
    }

    [Fact]
    public void Baseline_WithoutGlobalFeatures_ColorsButCannotDescribe()
    {
        using var colorizer = Load(NetworkSizes.Tiny with { Global = false });
        using var photo = Grey(40, 32);
        using var colored = colorizer.Colorize(photo);
        Assert.NotEqual(photo.ToRgb(), colored.ToRgb());
        Assert.Throws<InvalidOperationException>(() => colorizer.Describe(photo));
        Assert.Throws<ArgumentException>(() => colorizer.Colorize(photo, new Look { Style = Samples.Scene(16) }));
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ColorizerOptions { RenderSide = 31 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ColorizerOptions { RenderSide = 4097 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ColorizerOptions { Threads = -1 });
    }

    private Colorizer Load(NetworkSizes sizes, ColorizerOptions? options = null)
    {
        ModelExport.Write(folder["model"], Samples.Network(sizes), Samples.Card(sizes));
        return Colorizer.Load(folder["model"], options);
    }

    private static Photo Grey(int width, int height)
    {
        var random = new Random(4);
        byte[] rgb = [.. Enumerable.Range(0, width * height)
            .SelectMany(_ => Enumerable.Repeat((byte)random.Next(256), 3))];
        return Photo.FromRgb(width, height, rgb);
    }

    private static IEnumerable<float> Lightness(byte[] rgb) =>
        rgb.Chunk(3).Select(pixel => CieLab.FromSrgb(pixel[0], pixel[1], pixel[2]).Lightness);
}
