namespace Colorist.Tests;

public sealed class PresetTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shipped_AreSix_AndEachDoesSomething()
    {
        Assert.Equal(6, PresetShelf.Shipped.Count);
        Assert.All(PresetShelf.Shipped, preset => Assert.NotNull(ToneTable.Make(preset.Tone)));
    }

    [Fact]
    public void File_WrittenAndRead_IsTheSame()
    {
        var tone = new Tone
        {
            Temperature = 12,
            Balance = Balance.Auto,
            HueMap = [new HueShift("blue", "brown", 0.5f)],
            Limits = new HueLimits { Skin = 30 },
            Curve = [0, 1.5f, 3]
        };
        PresetFile.Write(folder["mine.json"], new Preset("mine", "made up", tone, 0.75f));
        Assert.Equal(PresetFile.ToJson(new Preset("mine", "made up", tone, 0.75f)),
            PresetFile.ToJson(PresetFile.Read(folder["mine.json"])));
        Assert.Equal("Overwrite",
            Assert.Throws<PresetException>(() => PresetFile.Write(folder["mine.json"], PresetShelf.Shipped[0])).Option);
    }

    [Theory]
    [InlineData("""{"name":"x","origin":"y","tone":{"warmth":3}}""", "a known key, one of temperature, ")]
    [InlineData("""{"name":"x","origin":"y","tone":{"temperature":300}}""", "temperature -100..100, found 300")]
    [InlineData("""{"name":"x","origin":"y","tone":{"limits":{"skin":0.5}}}""", "skin 1..150, found 0.5")]
    [InlineData("""{"name":"x","origin":"y","tone":{"hueMap":[{"from":"blau","to":"red"}]}}""", "a hue (red, skin, ")]
    [InlineData("""{"name":"x","origin":"y","tone":{},"saturation":9}""", "saturation 0..3, found 9")]
    [InlineData("""{"name":"x","origin":"y","tone":{},"caution":2}""", "caution 0..1, found 2")]
    [InlineData("""{"name":"x"}""", "the key origin")]
    [InlineData("[]", "a preset")]
    public void File_WithUnknownKeyOrValue_IsRefusedInALine(string json, string expected)
    {
        File.WriteAllText(folder["bad.json"], json);
        var message = Assert.Throws<PresetException>(() => PresetShelf.Find(folder["bad.json"])).Message;
        Assert.StartsWith(folder["bad.json"] + ": expected " + expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Find_UnknownName_SaysWhichThereAre() =>
        Assert.Contains("period-print", Assert.Throws<ArgumentException>(() => PresetShelf.Find("perioud")).Message,
            StringComparison.Ordinal);
}
