namespace Colorist.Tests;

public sealed class ModelLoadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ModelLoadTests() =>
        ModelExport.Write(folder["model"], Samples.Network(NetworkSizes.Tiny), Samples.Card(NetworkSizes.Tiny));

    private string Weights => Path.Combine(folder["model"], "weights.bin");

    private string Card => Path.Combine(folder["model"], "card.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Load_FolderOrCard_GivesTheSameModel()
    {
        using var byFolder = Model.Load(folder["model"]);
        using var byCard = Model.Load(Card);

        Assert.Equal(byFolder.Card.Files, byCard.Card.Files);
        Assert.Equal((true, 32, 16), (byCard.Card.HasGlobal, byCard.Card.GlobalSide, byCard.Card.GlobalFeatures));
    }

    [Fact]
    public void Load_NoModel_SaysSo() =>
        AssertRefused(folder["nothing"], "expected a model card, found no file", load: folder["nothing"]);

    [Fact]
    public void Load_MissingWeights_SaysSo()
    {
        File.Delete(Weights);
        AssertRefused(Weights, "found no file");
    }

    [Fact]
    public void Load_TruncatedWeights_SaysBothSizes()
    {
        var length = new FileInfo(Weights).Length;
        using (var stream = File.OpenWrite(Weights)) stream.SetLength(length - 1);
        AssertRefused(Weights, $"expected {length} bytes, found {length - 1} bytes");
    }

    [Fact]
    public void Load_AlteredWeights_SaysSo()
    {
        var bytes = File.ReadAllBytes(Weights);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(Weights, bytes);
        AssertRefused(Weights, "the file was altered");
    }

    [Theory]
    [InlineData(
        "\"globalFeatures\": 16", "\"globalFeatures\": 17", "expected 17 global features, as the card says, found 16")]
    [InlineData("\"label 0\",", "", "expected 2 scene labels, as the card says, found 3")]
    public void Load_CardOfAnotherNetwork_SaysWhatDiffers(string written, string altered, string says)
    {
        var card = File.ReadAllText(Card);
        File.WriteAllText(Card, card.Replace(written, altered, StringComparison.Ordinal));
        AssertRefused(Path.Combine(folder["model"], "global.onnx"), says);
    }

    [Fact]
    public void Load_CardWithLettersThatAreNone_SaysSo()
    {
        var card = File.ReadAllBytes(Card);
        card[card.AsSpan().IndexOf("shape"u8) + 1] = 0xFF;
        File.WriteAllBytes(Card, card);
        AssertRefused(Card, "found text that is no UTF-8");
    }

    [Fact]
    public void Predict_SideNoMultipleOf8_SaysTheSize()
    {
        using var model = Model.Load(folder["model"]);
        var error =
            Assert.Throws<ArgumentException>(() => model.Local.Predict(Samples.Lightness(36, 32), Samples.Scene(16)));
        Assert.Contains("multiples of 8, found 36×32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_SceneOfAnotherModelOrNone_SaysTheLengths()
    {
        using var model = Model.Load(folder["model"]);
        foreach (var (scene, found) in new[] { (Samples.Scene(17), 17), (null, 0) })
        {
            var error = Assert.Throws<ArgumentException>(() => model.Local.Predict(Samples.Lightness(32, 32), scene));
            Assert.Contains($"16 global features, found {found}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Predict_ManyThreadsAtOnce_AnswersTheSame()
    {
        using var model = Model.Load(folder["model"], threads: 1);
        var scene = Samples.Scene(16);
        var expected = Enumerable.Range(0, 8)
            .Select(seed => model.Local.Predict(Samples.Lightness(64, 64, seed), scene).A).ToArray();

        Parallel.For(
            0, 64, i => Assert.Equal(expected[i % 8], model.Local.Predict(Samples.Lightness(64, 64, i % 8), scene).A));
    }

    private void AssertRefused(string path, string says, string? load = null)
    {
        var error = Assert.Throws<ModelException>(() => Model.Load(load ?? folder["model"]));
        Assert.Equal(path, error.Path);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
