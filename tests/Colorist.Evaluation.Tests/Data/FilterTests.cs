namespace Colorist.Evaluation.Tests;

public sealed class FilterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ColorMeasure_GreyPicture_HasNoChroma()
    {
        var measure = ColorMeasure.FromPicture(Picture(grey => [grey, grey, grey]));
        Assert.Equal(0, measure.Chroma, 0.01);
        Assert.Equal(0, measure.Spread, 0.01);
    }

    [Fact]
    public void ColorMeasure_SepiaPicture_HasChromaAndLittleSpread()
    {
        var measure = ColorMeasure.FromPicture(
            Picture(grey => [(byte)(40 + grey * 0.8), (byte)(30 + grey * 0.75), (byte)(15 + grey * 0.7)]));
        Assert.True(measure.Chroma > 4, $"{measure}");
        Assert.True(measure.Spread < 3, $"{measure}");
    }

    [Fact]
    public void ColorMeasure_TwoColors_HasTheirSpread()
    {
        // Red 53.24, 80.09, 67.20 and blue 32.30, 79.19, -107.86 (brucelindbloom.com): half the distance in b* is 87.5.
        var measure = ColorMeasure.FromPicture(Picture(grey => grey < 128 ? [255, 0, 0] : [0, 0, 255]));
        Assert.Equal(87.5, measure.Spread, 0.5);
    }

    [Theory]
    [InlineData("kept.tar")]
    [InlineData("kept.csv")]
    public void FilteredCopy_Finished_IsADataSetOfWhatWasKept(string name)
    {
        SyntheticPictures.WriteFolders(folder["pictures"], perScene: 2, side: 16);
        using (var copy = new FilteredCopy(folder[name]))
        {
            foreach (var picture in PictureSource.Open(folder["pictures"]).Read(null)
                .Where(picture => picture.Name.Contains("001"))) copy.Keep(picture);
            Assert.False(File.Exists(folder[name]));
            copy.Finish();
        }
        var source = PictureSource.Open(folder[name], folder["pictures"]);
        Assert.Equal(SyntheticPictures.Scenes, source.Labels);
        Assert.Equal(4, source.Read(null).Count(picture => picture.Encoded.Length > 0));
    }

    private static RgbPicture Picture(Func<byte, byte[]> color) =>
        new(16, 16, [.. Enumerable.Range(0, 256).SelectMany(grey => color((byte)grey))]);
}
