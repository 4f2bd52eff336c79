namespace Colorist.Evaluation.Tests;

public sealed class UpsamplingStudyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Measure_OneColor_ComesBackWhole()
    {
        var (_, a, b) = CieLab.FromSrgb(200, 100, 50);
        foreach (var (_, grey, bilinear, guided) in UpsamplingStudy.Measure([Picture(_ => (200, 100, 50))]))
        {
            Assert.Equal(Math.Sqrt((a * a + b * b) / 2), grey, 0.001);
            Assert.Equal(0, bilinear, 0.001);
            Assert.Equal(0, guided, 0.001);
        }
    }

    [Fact]
    public void Measure_EdgeOfColorAndLightness_ComesBackBetterWithALookAtTheLightness()
    {
        var rows = UpsamplingStudy.Measure(
            [Picture(x => x < 37 ? ((byte)30, (byte)40, (byte)120) : ((byte)230, (byte)220, (byte)150))]);
        Assert.Equal(UpsamplingStudy.Factors, rows.Select(row => row.Factor));
        Assert.All(rows.Skip(1), row => Assert.InRange(row.Guided, 0, row.Bilinear * 0.95));
        Assert.Equal(rows.Select(row => row.Bilinear).Order(), rows.Select(row => row.Bilinear));
    }

    private LabelledPicture Picture(Func<int, (byte R, byte G, byte B)> color)
    {
        byte[] rgb = [.. Enumerable.Range(0, 80 * 64).Select(i => color(i % 80))
            .SelectMany(pixel => (byte[])[pixel.R, pixel.G, pixel.B])];
        using var photo = Photo.FromRgb(80, 64, rgb);
        photo.Save(folder["picture.png"], new PhotoSaveOptions { Overwrite = true });
        return new LabelledPicture("picture.png", File.ReadAllBytes(folder["picture.png"]), null);
    }
}
