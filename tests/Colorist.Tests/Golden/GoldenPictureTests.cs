namespace Colorist.Tests;

public sealed class GoldenPictureTests
{
    /// <summary>L*a*b* of sRGB red and blue as brucelindbloom.com gives them, and their ΔE00, 52.88.</summary>
    [Fact]
    public void Differences_RedAndBlue_AreThePublishedOne()
    {
        var (mean, ofMost) = GoldenPicture.Differences([255, 0, 0, 9, 9, 9], [0, 0, 255, 9, 9, 9]);
        Assert.Equal(52.88 / 2, mean, 0.01);
        Assert.Equal(52.88, ofMost, 0.01);
    }

    [Fact]
    public void Differences_OnePixelInTwoHundred_CountsInTheMeanOnly()
    {
        var (found, wanted) = (new byte[600], new byte[600]);
        found[0] = 200;
        var (mean, ofMost) = GoldenPicture.Differences(found, wanted);
        Assert.True(mean > 0.1);
        Assert.Equal(0, ofMost);
    }
}
