namespace Colorist.Training.Tests;

public sealed class AgeingTests
{
    private const int Side = 32;
    private static readonly AgeingRecipe None = new() { Share = 1, Blur = 0, Grain = 0, Fading = 0 };

    [Fact]
    public void Apply_ShareOf0_ChangesNothing() => Assert.Equal(Edge(), Aged(new AgeingRecipe { Share = 0 }, seed: 1));

    [Fact]
    public void Apply_SameRandomState_GivesTheSamePicture()
    {
        var recipe = new AgeingRecipe { Share = 1 };
        Assert.Equal(Aged(recipe, seed: 3), Aged(recipe, seed: 3));
        Assert.NotEqual(Aged(recipe, seed: 3), Aged(recipe, seed: 4));
    }

    [Fact]
    public void Apply_Share_IsThatOfThePictures()
    {
        var aged = Enumerable.Range(0, 400)
            .Count(seed => !Aged(new AgeingRecipe { Share = 0.25 }, seed).SequenceEqual(Edge()));
        Assert.InRange(aged, 70, 130);
    }

    [Fact]
    public void Blur_Edge_SpreadsItAndKeepsEvenPlaces()
    {
        var widths = Seeds(None with { Blur = 2 })
            .Select(plane => plane.Take(Side).Count(value => value is > 25 and < 75)).ToList();
        Assert.True(widths.Max() >= 4, string.Join(' ', widths));
        Assert.All(Seeds(None with { Blur = 2 }), plane => Assert.True(Math.Abs(plane[0] - plane[Side]) < 1e-4));
    }

    [Fact]
    public void Fading_Contrast_NeverGrowsBeyondThePictures()
    {
        var contrasts = Seeds(None with { Fading = 0.5 }).Select(plane => plane.Max() - plane.Min()).ToList();
        Assert.True(contrasts.Min() < 45, string.Join(' ', contrasts));
        Assert.All(contrasts, contrast => Assert.InRange(contrast, 20, 75));
    }

    [Fact]
    public void Grain_EvenPlace_HasTheDeviationAskedForAtMost()
    {
        var clean = Seeds(None);
        var deviations = Seeds(None with { Grain = 4 })
            .Zip(clean, (found, plain) => Math.Sqrt(found.Zip(plain, (x, y) => (x - y) * (x - y)).Average())).ToList();
        Assert.InRange(deviations.Max(), 3, 4.3);
    }

    private static List<float[]> Seeds(AgeingRecipe recipe) =>
        [.. Enumerable.Range(0, 40).Select(seed => Aged(recipe, seed))];

    private static float[] Aged(AgeingRecipe recipe, int seed)
    {
        var plane = Edge();
        var random = new Random(seed);
        Ageing.Draw(recipe, random)?.Apply(plane, Side, random);
        return plane;
    }

    /// <summary>Dark on the left, light on the right, far enough from black and white for grain.</summary>
    private static float[] Edge() => [.. Enumerable.Range(0, Side * Side).Select(i => i % Side < Side / 2 ? 20f : 80f)];
}
