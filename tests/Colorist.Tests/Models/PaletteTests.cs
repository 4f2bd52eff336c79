namespace Colorist.Tests;

public sealed class PaletteTests : IDisposable
{
    private const int Grey = 5 * 11 + 5;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void FromChroma_OneColorBetweenLines_CountsForTheFourBinsAround()
    {
        var palette = Palette.FromChroma(Plane((3, -35.5f))); // halfway between 0 and 6, and between −45 and −26
        Assert.Equal([(Grey - 4, 0.25f), (Grey - 3, 0.25f), (Grey + 7, 0.25f), (Grey + 8, 0.25f)],
            palette.Shares.Index().Where(share => share.Item > 1e-6f)
                .Select(share => (share.Index, MathF.Round(share.Item, 5))));
        Assert.Equal(MathF.Sqrt(3 * 3 + 35.5f * 35.5f), palette.MeanChroma, 1e-3f);
        Assert.Equal(0, palette.Spread, 0.05f);
    }

    [Fact]
    public void FromChroma_HalfGreyHalfRed_HasTheirMeanAndSpread()
    {
        var palette = Palette.FromChroma(Plane((0, 0), (26, 0)));
        Assert.Equal((0.5f, 0.5f), (palette.Shares[Grey], palette.Shares[8 * 11 + 5]));
        Assert.Equal((13f, 13f), (palette.MeanChroma, palette.Spread));
    }

    [Fact]
    public void FromPhoto_Grey_HasNoColor()
    {
        using var grey = Photo.FromRgb(8, 8, [.. Enumerable.Repeat((byte)90, 8 * 8 * 3)]);
        var palette = Palette.FromPhoto(grey);
        Assert.Equal(1, palette.Shares[Grey], 1e-3f);
        Assert.Equal(0, palette.MeanChroma, 1e-2f);
    }

    [Fact]
    public void Mix_TwoPalettes_IsThePaletteOfBothPictures()
    {
        Palette grey = Palette.FromChroma(Plane((0, 0))), red = Palette.FromChroma(Plane((26, 0)));
        var mixed = Palette.Mix([(grey, 2), (red, 2)]);
        Assert.Equal(Palette.FromChroma(Plane((0, 0), (26, 0))).Shares, mixed.Shares);
        Assert.Equal((13f, 13f), (mixed.MeanChroma, mixed.Spread));
        Assert.Throws<ArgumentException>(() => Palette.Mix([(grey, 0)]));
        Assert.Throws<ArgumentException>(() => Palette.Mix([]));
    }

    [Fact]
    public void WithLiveliness_Palette_ScalesChromaAndKeepsTheRest()
    {
        var palette = Palette.FromChroma(Plane((26, 0), (0, -14)));
        Assert.Equal(palette.Shares, palette.WithLiveliness(1).Shares);
        Assert.Equal(1, palette.WithLiveliness(0).Shares[Grey], 1e-6f);
        var livelier = palette.WithLiveliness(45 / 26f);
        Assert.Equal(0.5f, livelier.Shares[9 * 11 + 5], 1e-4f);
        Assert.Equal(palette.MeanChroma * 45 / 26, livelier.MeanChroma, 1e-3f);
        Assert.Throws<ArgumentOutOfRangeException>(() => palette.WithLiveliness(float.NaN));
    }

    [Fact]
    public void FromColors_WeightedColors_HaveTheirShadesAndShares()
    {
        var palette = Palette.FromColors([(200, 60, 50, 3), (50, 90, 200, 1)]);
        var lines = PaletteBins.Lines.ToArray();
        float Share(Func<float, float, bool> where) => palette.Shares.Index()
            .Where(bin => where(lines[bin.Index / 11], lines[bin.Index % 11])).Sum(bin => bin.Item);
        Assert.Equal(0.75f, Share((a, b) => b > 0 && a > 0), 0.03f);
        Assert.Equal(0.25f, Share((_, b) => b < 0), 0.03f);
        Assert.Throws<ArgumentException>(() => Palette.FromColors([]));
    }

    [Fact]
    public void FromFile_SavedPalette_IsTheSame()
    {
        var palette = Palette.FromChroma(Plane((3, -30), (20, 1)));
        palette.Save(folder["p.json"]);
        var read = Palette.FromFile(folder["p.json"]);
        Assert.Equal(palette.Shares, read.Shares);
        Assert.Equal((palette.MeanChroma, palette.Spread), (read.MeanChroma, read.Spread));
        Assert.Equal(nameof(PhotoSaveOptions.Overwrite),
            Assert.Throws<PhotoException>(() => palette.Save(folder["p.json"])).Option);
    }

    [Theory]
    [InlineData("\"spread\"", "\"other\":1,\"spread\"")]
    [InlineData("\"formatVersion\":1", "\"formatVersion\":2")]
    [InlineData("\"meanChroma\":", "\"meanChroma\":-")]
    [InlineData("\"shares\":[", "\"shares\":[0,")]
    [InlineData("{", "")]
    public void FromFile_SomethingElse_IsRefusedInOneLine(string part, string changed)
    {
        Palette.FromChroma(Plane((3, -30))).Save(folder["p.json"]);
        var text = File.ReadAllText(folder["p.json"]);
        File.WriteAllText(folder["p.json"], text[..text.IndexOf(part, StringComparison.Ordinal)] + changed
            + text[(text.IndexOf(part, StringComparison.Ordinal) + part.Length)..]);
        Assert.DoesNotContain('\n', Assert.Throws<PhotoException>(() => Palette.FromFile(folder["p.json"])).Message);
        Assert.Throws<PhotoException>(() => Palette.FromFile(folder["none.json"]));
    }

    private static ChromaPlanes Plane(params (float A, float B)[] colors)
    {
        const int Side = 24;
        var each = Enumerable.Range(0, Side * Side).Select(i => colors[i % Side * colors.Length / Side]).ToList();
        return new(Side, Side, [.. each.Select(color => color.A)], [.. each.Select(color => color.B)]);
    }
}
