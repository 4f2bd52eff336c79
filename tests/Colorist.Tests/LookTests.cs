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
        double Moved(float strength) => Painted(new Look { Style = style, StyleStrength = strength })
            .Zip(Plain(), (one, other) => Math.Abs(one - other)).Average();
        Assert.True(Moved(0.5f) > 0.5, "half the style changes hardly anything");
        Assert.True(Moved(1) > Moved(0.5f), "the whole style changes less than half of it");
    }

    [Fact]
    public void Colorize_Palette_TakesItsColors()
    {
        float Blueness(Palette palette) => -Chroma(new Look { Palette = palette }).B.Average();
        Palette blue = Palette.FromColors([(60, 90, 170, 1)]), brown = Palette.FromColors([(150, 100, 60, 1)]);
        Assert.True(Blueness(blue) > Blueness(brown) + 10, "a blue palette is hardly bluer than a brown one");
        Assert.Equal(Plain(), Painted(new Look { Palette = blue, StyleStrength = 0 }));
    }

    [Theory]
    [InlineData(0.6f)]
    [InlineData(1.5f)]
    public void Colorize_Liveliness_MovesTheChromaThatWay(float factor)
    {
        var ratio = Chroma(new Look { Liveliness = factor }).Mean() / Chroma(new Look()).Mean();
        Assert.InRange(
            ratio, float.Lerp(1, Math.Min(1, factor), 1.3f) - 0.01f, float.Lerp(1, Math.Max(1, factor), 1.3f) + 0.01f);
        Assert.True(Math.Abs(ratio - 1) > 0.1f, $"chroma {ratio} times as strong");
    }

    [Fact]
    public void CheckFor_PaletteForAModelThatTakesNone_SaysSo()
    {
        using var half = Colorizer.Load(Repository.Path("models", "iizuka-half"));
        foreach (var look in new[] { new Look { Palette = Palette.FromColors([(60, 90, 170, 1)]) }, new Look
        {
            Liveliness = 2
        } })
        {
            var error = Assert.Throws<ArgumentException>(() => look.CheckFor(half));
            Assert.Contains("that takes palettes", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Moods_OfTheShippedModel_MeanWhatTheySay()
    {
        float Mean(string mood, Func<ChromaPlanes, float> of) =>
            of(Chroma(Wanted(colorizer.Moods.Single(shipped => shipped.Name == mood))));
        Assert.Superset(
            new HashSet<string> { "noon", "sunset", "overcast", "night", "forest", "snow", "interior-warm" },
            colorizer.Moods.Select(mood => mood.Name).ToHashSet());
        Assert.True(Mean("sunset", chroma => chroma.B.Average()) > Mean("noon", chroma => chroma.B.Average()) + 3,
            "a sunset is no yellower than noon");
        Assert.True(Mean("forest", chroma => chroma.A.Average()) < Mean("interior-warm", chroma => chroma.A.Average())
            - 3, "a forest is no greener than a room");
        Assert.True(
            Mean("overcast", _ => _.Mean()) < Mean("noon", _ => _.Mean()), "an overcast day is as colourful as noon");
    }

    [Fact]
    public void Colorize_Vivid_HasMoreChromaAndTheSameHues()
    {
        ChromaPlanes plain = Chroma(new Look { Vivid = false }), vivid = Chroma(new Look { Vivid = true });
        Assert.InRange(vivid.Mean(), 1.1 * plain.Mean(), 2 * plain.Mean());
        var turned = plain.A.Zip(plain.B)
            .Zip(vivid.A.Zip(vivid.B), (one, other) => one.First * other.First + one.Second * other.Second < 0);
        Assert.True(turned.Count(opposite => opposite) < 0.01 * plain.A.Length, "hues turned round");
        Assert.Equal(plain.A, Chroma(new Look()).A); // as this model's card recommends
    }

    [Fact]
    public void Look_StrengthOutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Look { StyleStrength = 1.1f });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Look { StyleStrength = float.NaN });
    }

    [Fact]
    public void Colorize_Tone_ChangesColorsAndKeepsTheLightness()
    {
        using var warm = colorizer.Colorize(camera, new Look
        {
            Tone = new Tone
            {
                Temperature = 40,
                Balance = Balance.Auto
            }
        });
        var (before, after) = (camera.Lightness(96, 96).Values, warm.Lightness(96, 96).Values);
        Assert.True(before.Zip(after, (one, other) => Math.Abs(one - other)).Max() < 0.6, "a step of 8 bits at most");
        Assert.True(Chroma(new Look { Tone = new Tone { Temperature = 40 } }).B.Average() > Chroma(new Look()).B
            .Average() + 5, "not warmer");
        Assert.Equal(0, Chroma(new Look { Tone = new Tone { Temperature = 40 }, Saturation = 0 }).Mean());
    }

    [Fact]
    public void Colorize_Mask_LimitsDialsAndStyleToItsPart()
    {
        var half = new byte[3 * 96 * 96];
        for (var i = 0; i < half.Length; i++) half[i] = (byte)(i / 3 % 96 < 48 ? 255 : 0);
        using var picture = Photo.FromRgb(96, 96, half);
        var look = new Look { Style = colorizer.Describe(coffee), Saturation = 2, Mask = Mask.FromPhoto(picture) };
        ChromaPlanes plain = Chroma(new Look()), whole = Chroma(look with { Mask = null }), part = Chroma(look);
        for (var i = 0; i < plain.A.Length; i++)
        {
            if (i % 96 < 47) Assert.Equal(whole.A[i], part.A[i], tolerance: 1e-3f);
            if (i % 96 > 48) Assert.Equal(plain.A[i], part.A[i], tolerance: 1e-3f);
        }

        Assert.Throws<ArgumentException>(() =>
            colorizer.Predict(coffee, new Look { Mask = Mask.FromPhoto(Photo.FromRgb(2, 1, [0, 0, 0, 9, 9, 9])) }));
    }

    private static Look Wanted(Mood mood) => new() { Style = mood.Scene, Palette = mood.Palette };

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
