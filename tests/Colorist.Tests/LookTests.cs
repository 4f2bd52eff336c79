namespace Colorist.Tests;

/// <summary>These run with the shipped model, on small copies of the samples.</summary>
public sealed class LookTests : IDisposable
{
    private readonly Colorizer colorizer = Colorizer.Load(Repository.ShippedModel, new() { RenderSide = 96 });
    private readonly Photo camera = Small("camera.png");
    private readonly Photo coffee = Small("coffee.png");

    public void Dispose()
    {
        colorizer.Dispose();
        camera.Dispose();
        coffee.Dispose();
    }

    [Fact]
    public void Colorize_LookThatAsksForNothing_ChangesNothing() => Assert.Equal(Plain(), Painted(new Look()));

    [Fact]
    public void Colorize_StyleWithStrength0_ChangesNothing() =>
        Assert.Equal(Plain(), Painted(new Look { Style = colorizer.Describe(coffee), StyleStrength = 0 }));

    [Fact]
    public void Colorize_PhotoAsItsOwnStyle_ChangesNothing() =>
        Assert.Equal(Plain(), Painted(new Look { Style = colorizer.Describe(camera), StyleStrength = 0.7f }));

    [Fact]
    public void Colorize_AnotherStyle_MovesColorsWithItsStrength()
    {
        var style = colorizer.Describe(coffee);
        double Moved(float strength) => Painted(new Look { Style = style, StyleStrength = strength }).Zip(Plain(), (one, other) => Math.Abs(one - other)).Average();
        Assert.True(Moved(0.5f) > 0.5, "half the style changes hardly anything");
        Assert.True(Moved(1) > Moved(0.5f), "the whole style changes less than half of it");
    }

    [Fact]
    public void Moods_OfTheShippedModel_MeanWhatTheySay()
    {
        float Mean(string mood, Func<ChromaPlanes, float> of) =>
            of(Chroma(new Look { Style = colorizer.Moods.Single(shipped => shipped.Name == mood).Scene }));
        Assert.Superset(
            new HashSet<string> { "noon", "sunset", "overcast", "night", "forest", "snow", "interior-warm" },
            colorizer.Moods.Select(mood => mood.Name).ToHashSet());
        Assert.True(Mean("sunset", chroma => chroma.B.Average()) > Mean("noon", chroma => chroma.B.Average()) + 3, "a sunset is no yellower than noon");
        Assert.True(Mean("forest", chroma => chroma.A.Average()) < Mean("interior-warm", chroma => chroma.A.Average()) - 3, "a forest is no greener than a room");
        Assert.True(Mean("overcast", _ => _.Mean()) < Mean("noon", _ => _.Mean()), "an overcast day is as colourful as noon");
    }

    [Fact]
    public void Colorize_Vivid_HasMoreChromaAndTheSameHues()
    {
        ChromaPlanes plain = Chroma(new Look { Vivid = false }), vivid = Chroma(new Look { Vivid = true });
        Assert.InRange(vivid.Mean(), 1.1 * plain.Mean(), 2 * plain.Mean());
        var turned = plain.A.Zip(plain.B).Zip(vivid.A.Zip(vivid.B), (one, other) => one.First * other.First + one.Second * other.Second < 0);
        Assert.True(turned.Count(opposite => opposite) < 0.01 * plain.A.Length, "hues turned round");
        Assert.Equal(plain.A, Chroma(new Look()).A); // as this model's card recommends
    }

    [Fact]
    public void Look_StrengthOutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Look { StyleStrength = 1.1f });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Look { StyleStrength = float.NaN });
    }

    private static Photo Small(string sample)
    {
        using var photo = Photo.Load(Repository.Path("samples", sample));
        return Photo.FromLightness(photo.Lightness(96, 96));
    }

    private byte[] Plain()
    {
        using var colored = colorizer.Colorize(camera);
        return colored.ToRgb();
    }

    private byte[] Painted(Look look)
    {
        using var colored = colorizer.Colorize(camera, look);
        return colored.ToRgb();
    }

    private ChromaPlanes Chroma(Look look) => colorizer.Predict(camera, look).Chroma.At(camera.Lightness(96, 96));
}
