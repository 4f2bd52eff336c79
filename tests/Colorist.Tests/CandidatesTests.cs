namespace Colorist.Tests;

/// <summary>These run with the shipped model, on a small copy of a sample.</summary>
public sealed class CandidatesTests : IDisposable
{
    private readonly Colorizer colorizer = Colorizer.Load(Repository.ShippedModel, new() { RenderSide = 96 });
    private readonly Photo camera = Small();

    public void Dispose()
    {
        colorizer.Dispose();
        camera.Dispose();
    }

    [Fact]
    public void Candidates_OfAPhoto_AreTheUsualColorsAndOthers()
    {
        var candidates = colorizer.Candidates(camera, 4);
        Assert.Equal([1, 2, 3, 4], candidates.Select(candidate => candidate.Number));
        Assert.Null(candidates[0].Palette);
        Assert.Equal(Rgb(colorizer.Predict(camera)), Rgb(candidates[0].Painting.Find()));
        Assert.All(candidates.Skip(1), candidate => Assert.NotNull(candidate.Palette));
        var pictures = candidates.Select(candidate => Rgb(candidate.Painting.Find())).ToList();
        for (var i = 0; i < pictures.Count; i++)
            for (var j = 0; j < i; j++)
                Assert.True(pictures[i].Zip(pictures[j], (one, other) => Math.Abs(one - other)).Average() > 1,
                    $"{i + 1} and {j + 1} are alike");
    }

    [Fact]
    public void Candidates_PaletteOfOne_IsALookThatGivesIt()
    {
        var second = colorizer.Candidates(camera, 2)[1];
        Assert.Equal(
            Rgb(colorizer.Predict(camera, new Look { Palette = second.Palette })), Rgb(second.Painting.Find()));
    }

    [Fact]
    public void Candidates_WhatCannotBeHad_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => colorizer.Candidates(camera, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => colorizer.Candidates(camera, 10));
        Assert.Throws<ArgumentException>(
            () => colorizer.Candidates(camera, 2, new Look { Palette = Palette.FromColors([(9, 90, 190, 1)]) }));
        using var half = Colorizer.Load(Repository.Path("models", "iizuka-half"));
        Assert.Contains("iizuka-half without",
            Assert.Throws<ArgumentException>(() => half.Candidates(camera, 2)).Message, StringComparison.Ordinal);
    }

    private static Photo Small()
    {
        using var photo = Photo.Load(Repository.Path("samples", "camera.png"));
        return Photo.FromLightness(photo.Lightness(96, 96));
    }

    private byte[] Rgb(Colors colors)
    {
        using var painted = camera.WithChroma(colors.Chroma);
        return painted.ToRgb();
    }
}
