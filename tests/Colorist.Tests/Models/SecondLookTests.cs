namespace Colorist.Tests;

public sealed class SecondLookTests : IDisposable
{
    private const int From = 64;

    private readonly TemporaryFolder folder = new();

    public SecondLookTests() =>
        ModelExport.Write(folder["model"], Samples.Network(NetworkSizes.Tiny),
            Samples.Card(NetworkSizes.Tiny) with { SecondLookFrom = From });

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(64, 56)]
    [InlineData(56, 512)] // half of its short side is smaller than the network takes
    public void Predict_SmallerThanTheCardSaysOrNarrow_LooksOnce(int width, int height)
    {
        using var model = Model.Load(folder["model"]);
        var (lightness, scene) = (Samples.Lightness(width, height), Samples.Scene(16));
        Assert.Equal(
            model.Local.Predict(lightness, scene).A, SecondLook.Predict(model.Local, From, lightness, scene).A);
    }

    [Theory]
    [InlineData(64, 64)]
    [InlineData(72, 120)] // halves that are no multiples of 8
    public void Predict_LargePicture_IsTheMeanOfTwoLooksAsLivelyAsTheFirst(int width, int height)
    {
        using var model = Model.Load(folder["model"]);
        var (lightness, scene) = (Smooth(width, height), Samples.Scene(16));
        var near = model.Local.Predict(lightness, scene);
        var half = lightness.ResizeTo((width + 8) / 16 * 8, (height + 8) / 16 * 8);
        var far = model.Local.Predict(half, scene).ResizeTo(near.Width, near.Height);
        var found = SecondLook.Predict(model.Local, From, lightness, scene);

        Assert.Equal((near.Width, near.Height), (found.Width, found.Height));
        var factor = Liveliness(near)
            / Liveliness(new(near.Width, near.Height, Mean(near.A, far.A), Mean(near.B, far.B)));
        Assert.InRange(factor, 0.5, 1.24);
        Assert.Equal(Liveliness(near), Liveliness(found), 1e-3);
        Assert.All(Mean(near.A, far.A).Zip(found.A), pair => Assert.Equal(factor * pair.First, pair.Second, 1e-3));
        Assert.All(Mean(near.B, far.B).Zip(found.B), pair => Assert.Equal(factor * pair.First, pair.Second, 1e-3));
    }

    [Theory]
    [InlineData(-12, 5)] // their mean is 4, and a quarter more is all that it gets
    [InlineData(12, 20)] // their mean is 16, which gets as lively as the first
    public void Mean_OfLooksThatContradictEachOtherOrNot_IsAQuarterLivelierAtMost(float far, float expected)
    {
        var mean = SecondLook.Mean(new ChromaPlanes(1, 1, [20], [20]), new ChromaPlanes(1, 1, [far], [far]));
        Assert.Equal(expected, mean.A[0], 1e-4);
        Assert.Equal(expected, mean.B[0], 1e-4);
    }

    [Fact]
    public void Colorize_WithoutSecondLook_GivesTheFirst()
    {
        using var photo = Photo.FromRgb(
            From, From, [.. Smooth(From, From).Values.SelectMany(value => Enumerable.Repeat((byte)(2.5 * value), 3))]);
        using var once = Colorizer.Load(folder["model"], new() { SecondLook = false });
        using var twice = Colorizer.Load(folder["model"]);
        using var model = Model.Load(folder["model"]);
        var lightness = photo.Lightness(From, From);
        var near = model.Local.Predict(lightness, model.Global!.Describe(lightness));

        Assert.Equal(near.Mean(), once.Predict(photo).MeanChroma, 1e-4);
        Assert.NotEqual(near.Mean(), twice.Predict(photo).MeanChroma, 1e-4);
    }

    [Fact]
    public void Colorize_EveryPixel_IsAQuarterOfThatAndThreeOfTheUsualLooks()
    {
        const int Side = 160;
        using var photo = Photo.FromRgb(
            Side, Side, [.. Smooth(Side, Side).Values.SelectMany(value => Enumerable.Repeat((byte)(2.5 * value), 3))]);
        var usual = Chroma(new());
        var full = Chroma(new() { RenderFull = true, SecondLook = false });
        var mixed = Chroma(new() { RenderFull = true });

        Assert.True(Difference(full.A, usual.A) > 2, "the test needs looks that differ");
        Assert.InRange(Difference(mixed.A, [.. full.A.Zip(usual.A, (x, y) => x / 4 + 3 * y / 4)]), 0, 0.1);
        Assert.InRange(Difference(mixed.B, [.. full.B.Zip(usual.B, (x, y) => x / 4 + 3 * y / 4)]), 0, 0.1);

        ChromaPlanes Chroma(ColorizerOptions options)
        {
            using var colorizer = Colorizer.Load(folder["model"], options);
            return colorizer.Predict(photo).Chroma.At(photo.Lightness(Side, Side));
        }

        static float Difference(float[] one, float[] other) => one.Zip(other, (x, y) => Math.Abs(x - y)).Average();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(63)] // half of it is smaller than the network takes
    [InlineData(4097)]
    public void Load_CardThatAsksForItAtAnOddSize_IsRefused(int from)
    {
        (ModelCard.Read(Path.Combine(folder["model"], ModelCard.FileName)) with { SecondLookFrom = from })
            .Write(folder["model"]);
        var error = Assert.Throws<ModelException>(() => Model.Load(folder["model"]));
        Assert.Contains($"expected secondLookFrom 0 or 64..4096, found {from}", error.Message);
    }

    /// <summary>Waves, so that half the size still shows the same picture.</summary>
    private static LightnessPlane Smooth(int width, int height) => new(
        width, height,
        [.. Enumerable.Range(0, width * height)
            .Select(i => 50 + 25 * MathF.Sin(i % width / 9f) + 20 * MathF.Cos(i / width / 13f))]);

    private static float[] Mean(float[] one, float[] other) => [.. one.Zip(other, (x, y) => (x + y) / 2)];

    private static double Liveliness(ChromaPlanes chroma) =>
        Math.Sqrt(chroma.A.Zip(chroma.B, (a, b) => (double)a * a + (double)b * b).Average());
}
