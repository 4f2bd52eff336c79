using System.Text.Json;
using System.Text.Json.Nodes;

namespace Colorist.Tests;

public sealed class ModelCardTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("colorist-").FullName;

    private static ModelCard Sample { get; } = new()
    {
        Name = "half",
        Description = "Half of the paper's channels.",
        Shape = NetworkShape.Paper with { TakesScene = true },
        GlobalSide = 112,
        GlobalFeatures = 128,
        RenderSide = 224,
        Labels = ["abbey", "café"],
        Licence = "CC-BY-4.0",
        Data = "Some pictures",
        DataTerms = "Research",
        Recipe = JsonSerializer.SerializeToElement(new { seed = 1 }),
        Commit = "0123abc",
        PicturesSeen = 3_000_000_000,
        Created = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Scores = new Dictionary<string, double>
        {
            ["psnr"] = 22.5,
            ["psnrGreyFloor"] = 21,
            ["best"] = double.PositiveInfinity
        },
        Files = [new("global.onnx", 1, "aa"), new("local.onnx", 2, "bb"), new("weights.bin", 3, "cc")],
    };

    private string CardPath => Path.Combine(folder, ModelCard.FileName);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Read_WrittenCard_IsTheSame()
    {
        Sample.Write(folder);
        var written = File.ReadAllText(CardPath);
        var read = ModelCard.Read(CardPath);
        read.Write(folder);

        Assert.Equal(written, File.ReadAllText(CardPath));
        Assert.Equal(Sample.Labels, read.Labels);
        Assert.Equal(Sample.Scores, read.Scores);
        Assert.Equal(Sample.Files, read.Files);
        Assert.Equal(1, read.Recipe!.Value.GetProperty("seed").GetInt32());
        Assert.Equal([CardPath], Directory.GetFiles(folder));
    }

    [Fact]
    public void Write_Card_IsReadableByPeople()
    {
        Sample.Write(folder);
        var text = File.ReadAllText(CardPath);
        foreach (var part in new[] { "\"formatVersion\": 1,\n", "\"café\"", "\"sha256\": \"cc\"",
            "\"psnrGreyFloor\": 21" })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Theory]
    // an unknown key
    [InlineData(
        "\"name\":", "\"nmae\": \"half\", \"name\":", "expected a known key such as name, found nmae in line 3")]
    // a missing key
    [InlineData("\"licence\": \"CC-BY-4.0\",", "", "expected the key licence, found none in the object of line 1")]
    [InlineData("\"licence\": \"CC-BY-4.0\",", "\"licence\": null,", "expected licence of a text, found null in line ")]
    [InlineData("\"formatVersion\": 1,", "\"formatVersion\": 2, \"new\": 1,", "expected format version 1, found 2")]
    [InlineData("\"formatVersion\": 1,", "", "expected format version 1, found none")]
    [InlineData("\"divides\": 8", "\"divides\": 0", "expected shape.divides 1..256, found 0")]
    [InlineData("\"chromaDivides\": 2", "\"chromaDivides\": 3", "expected shape.chromaDivides a divisor of 8, found 3")]
    [InlineData("\"margin\": 72", "\"margin\": 70", "expected shape.margin a multiple of 8, found 70")]
    [InlineData("\"fixedSide\": null", "\"fixedSide\": 100", "expected shape.fixedSide a multiple of 8, found 100")]
    [InlineData("\"input\": \"lightness\"", "\"input\": \"colours\"",
        "expected shape.input of lightness or rgb, found colours in line ")]
    [InlineData("\"divides\": 8", "\"divides\": 8, \"divides\": 8",
        "expected the key shape.divides once, found it again in line ")]
    [InlineData(
        "\"paletteLength\": 0", "\"paletteLength\": -1", "expected paletteLength 0, or above with a scene, found -1")]
    [InlineData("\"renderSide\": 224", "\"renderSide\": 16", "expected renderSide 32..4096, found 16")]
    [InlineData("\"globalSide\": 112", "\"globalSide\": 0", "expected globalSide above 0, found 0")]
    [InlineData("\"globalFeatures\": 128", "\"globalFeatures\": 0", "expected globalFeatures above 0, found 0")]
    [InlineData("\"takesScene\": true", "\"takesScene\": false", "expected globalSide 0, found 112")]
    [InlineData("\"name\": \"weights.bin\"", "\"name\": \"../a\"",
        "expected files global.onnx, local.onnx, weights.bin, found ../a")]
    [InlineData("{", "", "expected a model card, found ")]
    public void Read_WrongCard_SaysInOneLineWhatIsWrong(string written, string altered, string says)
    {
        Sample.Write(folder);
        var text = File.ReadAllText(CardPath);
        var at = text.IndexOf(written, StringComparison.Ordinal);
        File.WriteAllText(CardPath, text[..at] + altered + text[(at + written.Length)..]);

        var error = Assert.Throws<ModelException>(() => ModelCard.Read(CardPath));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(CardPath + ": expected ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    /// <summary>Cards of before there were families have keys of their own for what is the shape now.</summary>
    [Fact]
    public void Read_CardWithoutFamilyAndShape_IsOneOfThePapersNetwork()
    {
        Sample.Write(folder);
        var card = JsonNode.Parse(File.ReadAllText(CardPath))!.AsObject();
        foreach (var key in new[] { "family", "shape", "paletteLength" }) Assert.True(card.Remove(key));
        foreach (var (key, value) in new (string, JsonNode)[] { ("hasGlobal", true), ("multipleOf", 8),
            ("reach", 224) }) card[key] = value;
        File.WriteAllText(CardPath, card.ToJsonString());

        var read = ModelCard.Read(CardPath);

        Assert.Equal("iizuka", read.Family);
        Assert.Equal(NetworkShape.Paper with { Margin = 224, TakesScene = true }, read.Shape);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Read_NoCard_SaysSo(string json)
    {
        File.WriteAllText(CardPath, json);
        Assert.Throws<ModelException>(() => ModelCard.Read(CardPath));
    }
}
