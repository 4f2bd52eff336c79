namespace Colorist.Tests;

/// <summary>These run with the shipped model, on a small copy of a sample.</summary>
public sealed class DoubtTests : IDisposable
{
    private readonly Colorizer colorizer = Colorizer.Load(Repository.ShippedModel, new() { RenderSide = 96 });
    private readonly Photo rocket = Small();

    public void Dispose()
    {
        colorizer.Dispose();
        rocket.Dispose();
    }

    [Fact]
    public async Task Doubt_OfAPhoto_IsADistanceAndTheSameAgain()
    {
        var doubt = colorizer.Doubt(rocket);
        Assert.Equal(doubt.Width * doubt.Height, doubt.Values.Count);
        Assert.All(doubt.Values, value => Assert.InRange(value, 5, 150));
        Assert.True(doubt.Values.Max() > 1.5f * doubt.Values.Min(), "every place is as sure as another");
        Assert.Equal(doubt.Values.Average(), doubt.Mean, 3);
        Assert.Equal(doubt.Values, (await colorizer.DoubtAsync(rocket)).Values);
    }

    [Fact]
    public void Doubt_OfAPhoto_IsGreatWhereCandidatesDiffer()
    {
        var doubt = colorizer.Doubt(rocket);
        var lightness = rocket.Lightness(doubt.Width, doubt.Height);
        var all = colorizer.Candidates(rocket, 9).Select(one => one.Painting.Find().Chroma.At(lightness)).ToList();
        var apart = Enumerable.Range(0, doubt.Values.Count).Select(i =>
            all.Skip(1).Average(one => float.Hypot(one.A[i] - all[0].A[i], one.B[i] - all[0].B[i]))).ToList();
        var order = Enumerable.Range(0, apart.Count).OrderBy(i => doubt.Values[i]).ToList();
        var quarter = order.Count / 4;
        Assert.True(
            order.TakeLast(quarter).Average(i => apart[i]) > 1.5f * order.Take(quarter).Average(i => apart[i]),
            "candidates differ as much where the doubt is small");
    }

    [Fact]
    public void Colorize_Caution_PalesWhereItIsUnsure()
    {
        var doubt = colorizer.Doubt(rocket);
        var plain = Chroma(new Look());
        var careful = Chroma(new Look { Caution = 1 });
        var half = Chroma(new Look { Caution = 0.5f });
        var order = Enumerable.Range(0, plain.Length).OrderBy(i => doubt.Values[i]).ToList();
        float Kept(float[] chroma, IEnumerable<int> places) => places.Sum(i => chroma[i]) / places.Sum(i => plain[i]);
        var (sure, unsure) = (order.Take(order.Count / 4), order.TakeLast(order.Count / 4));
        Assert.InRange(Kept(careful, sure), 0.5f, 1);
        Assert.InRange(Kept(careful, unsure), 0, 0.75f * Kept(careful, sure));
        Assert.InRange(Kept(half, unsure), Kept(careful, unsure) + 0.05f, 0.95f);
        Assert.Equal(plain, Chroma(new Look { Caution = 0 }));

        float[] Chroma(Look look)
        {
            var found = colorizer.Predict(rocket, look).Chroma.At(rocket.Lightness(doubt.Width, doubt.Height));
            return [.. found.A.Zip(found.B, float.Hypot)];
        }
    }

    [Fact]
    public async Task Colorize_CautionWithAllElse_KeepsLightnessAndHints()
    {
        var look = new Look { Caution = 1, Saturation = 1.5f, Tone = new Tone { Temperature = 30 } };
        using var colored = colorizer.Colorize(rocket, look);
        Assert.All(
            colored.Lightness(96, 96).Values.Zip(rocket.Lightness(96, 96).Values),
            pair => Assert.InRange(pair.First, pair.Second - 0.5f, pair.Second + 0.5f));
        var painting = await colorizer.PaintAsync(rocket, look);
        Assert.Equal(colored.ToRgb(), Rgb(painting.Find(look: look)));

        var hints = Hints.FromPoints(96, 96, [(40, 40, 160, 40, 60)]);
        var hinted = colorizer.Predict(rocket, new Look { Caution = 1, Hints = hints }).Chroma
            .At(rocket.Lightness(96, 96));
        var (_, a, b) = CieLab.FromSrgb(160, 40, 60);
        Assert.Equal((a, b), (hinted.A[40 * 96 + 40], hinted.B[40 * 96 + 40]));
    }

    [Fact]
    public void Candidates_Caution_IsForAllOfThem()
    {
        var careful = colorizer.Candidates(rocket, 2, new Look { Caution = 1 });
        Assert.Equal(
            Rgb(colorizer.Predict(rocket, new Look { Caution = 1 })), Rgb(careful[0].Painting.Find()));
        var usual = colorizer.Candidates(rocket, 2);
        Assert.True(careful[1].Painting.Find().MeanChroma < 0.9f * usual[1].Painting.Find().MeanChroma);
    }

    [Fact]
    public void Caution_WhatCannotBeHad_IsRefusedInALine()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Look { Caution = 1.1f });
        Assert.Equal(0.7f, new Look { Caution = 0.2f }.With(new Preset("x", "y", new Tone(), 1, 0.7f)).Caution);
        using var half = Colorizer.Load(Repository.Path("models", "iizuka-half"));
        foreach (var refused in (Action[])[
            () => half.Doubt(rocket), () => half.Predict(rocket, new Look { Caution = 0.5f }),
            () => new PhotoOptions { Doubt = true }.CheckFor(half)])
            Assert.Contains(
                "palettes for doubt, found iizuka-half without", Assert.Throws<ArgumentException>(refused).Message,
                StringComparison.Ordinal);
        using var full = Colorizer.Load(Repository.ShippedModel, new() { RenderFull = true });
        Assert.Contains("every pixel", Assert.Throws<ArgumentException>(
            () => full.Predict(rocket, new Look { Caution = 1 })).Message, StringComparison.Ordinal);
    }

    private static Photo Small()
    {
        using var photo = Photo.Load(Repository.Path("samples", "rocket.jpg"));
        return Photo.FromLightness(photo.Lightness(96, 96));
    }

    private byte[] Rgb(Colors colors)
    {
        using var painted = rocket.WithChroma(colors.Chroma);
        return painted.ToRgb();
    }
}
