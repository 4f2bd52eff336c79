using Colorist.Modelling;

namespace Colorist.Tests;

public sealed class ScenePalettesTests : IDisposable
{
    private const int Blue = 5 * 11 + 2;
    private const int Green = 2 * 11 + 5;
    private const int Red = 8 * 11 + 5;

    private static readonly ModelCard Card = Samples.Card(ResNetSizes.Tiny) with
    {
        GlobalFeatures = 2,
        Files = [new(ModelFile.Weights, 1, new string('a', 64))],
    };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Suggest_SceneAmongOthers_HasTheColorsOfItsKindTheUsualFirst()
    {
        var suggested = Pairs().Suggest(new Scene([-1, 0], []), 2);
        Assert.Equal([1f, 1f], [suggested[0].Shares[Blue], suggested[1].Shares[Green]], Near);
        Assert.Equal(1, Assert.Single(Pairs().Suggest(new Scene([1, 0], []), 1)).Shares[Red], 0.02f);
    }

    [Fact]
    public void Read_WrittenPalettes_SuggestTheSame()
    {
        var path = folder["palettes.bin"];
        ScenePalettesFile.Write(path, Card, Pairs());
        var read = ScenePalettesFile.Read(path, Card)!;
        Assert.Equal(600, read.Count);
        var scene = new Scene([-1, 0], []);
        Assert.Equal(Pairs().Suggest(scene, 2)[1].Shares, read.Suggest(scene, 2)[1].Shares);
        Assert.Null(ScenePalettesFile.Read(folder["none.bin"], Card));
    }

    [Fact]
    public void Read_DamagedOrOfAnotherModel_IsRefused()
    {
        var path = folder["palettes.bin"];
        ScenePalettesFile.Write(path, Card, Pairs());
        var bytes = File.ReadAllBytes(path);
        var other = Card with { Files = [new(ModelFile.Weights, 1, new string('b', 64))] };
        Assert.Contains("make them anew",
            Assert.Throws<ModelException>(() => ScenePalettesFile.Read(path, other)).Message, StringComparison.Ordinal);
        foreach (var damaged in (byte[][])[bytes[..^1], bytes[..86], bytes[1..], []])
        {
            File.WriteAllBytes(path, damaged);
            Assert.Throws<ModelException>(() => ScenePalettesFile.Read(path, Card));
        }
    }

    private static bool Near(float one, float other) => MathF.Abs(one - other) < 0.02f;

    /// <summary>
    /// 300 scenes of one kind, two thirds of them blue and one third green, and as many red ones of another kind.
    /// </summary>
    private static ScenePalettes Pairs() => ScenePalettes.FromPairs([.. Enumerable.Range(0, 600).Select(i =>
        (new Scene([i < 300 ? -1 : 1, i % 7 / 100f], []), Of(i >= 300 ? (26, 0) : i % 3 == 0 ? (-26, 0) : (0, -26))))]);

    private static Palette Of((float A, float B) color) =>
        Palette.FromChroma(new(8, 8, [.. Enumerable.Repeat(color.A, 64)], [.. Enumerable.Repeat(color.B, 64)]));
}
