namespace Colorist.Evaluation.Tests;

public sealed class ScoresTests
{
    [Fact]
    public void Average_TwoPictures_IsTheMeanButForThePooledRmse()
    {
        var small =
            new Scores(Pixels: 100, Psnr: 20, AbRmse: 10, Ciede2000: 4, Ssim: 0.9, LightnessPsnr: 60, Colorfulness: 20);
        var large =
            new Scores(Pixels: 300, Psnr: 30, AbRmse: 2, Ciede2000: 8, Ssim: 0.7, LightnessPsnr: 50, Colorfulness: 40);

        var average = Scores.Average([small, large]);

        Assert.Equal(new Scores(400, 25, Math.Sqrt((100 * 100 + 4 * 300) / 400.0), 6, 0.8, 55, 30), average);
    }

    [Fact]
    public void Average_Nothing_IsRefused() => Assert.Throws<ArgumentException>(() => Scores.Average([]));
}
