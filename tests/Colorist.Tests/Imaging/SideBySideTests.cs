using NetVips;

namespace Colorist.Tests;

public sealed class SideBySideTests
{
    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 8)]
    [InlineData(3, 16)]
    [InlineData(4, 16)]
    public void Save_SideBySide_ShowsTheStoredPhotoOnTheLeft(int bands, int bits)
    {
        using var folder = new TemporaryFolder();
        using var stored = Pictures.Pattern(30, 200, bands, bits);
        using var photo = Photo.Load(stored.WriteToBuffer(".png"), "stored");
        using var painted = photo.WithChroma(Pictures.Flat(10, 20));
        painted.Save(folder["both.png"], new PhotoSaveOptions { SideBySide = true });
        painted.Save(folder["after.png"]);

        using var both = Image.NewFromFile(folder["both.png"]);
        using var after = Image.NewFromFile(folder["after.png"]);
        Assert.Equal((60, 200, after.Bands, after.Format), (both.Width, both.Height, both.Bands, both.Format));
        Assert.Equal(0, (both.Crop(30, 0, 30, 200) - after).Abs().Max());
        var left = both.Crop(0, 0, 30, 200);
        for (var band = 0; band < left.Bands; band++)
            Assert.Equal(0, (left[band] - stored[bands >= 3 ? band : band == 3 ? 1 : 0]).Abs().Max());
    }
}
