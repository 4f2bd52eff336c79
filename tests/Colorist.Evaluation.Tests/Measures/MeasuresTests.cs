using CsCheck;

namespace Colorist.Evaluation.Tests;

public sealed class MeasuresTests
{
    private static readonly Gen<byte[]> Pictures = Gen.Byte.Array[3 * 40];

    [Theory]
    [InlineData(1, 48.1308)] // 20·log10(255 / offset)
    [InlineData(10, 28.1308)]
    [InlineData(255, 0)]
    public void Psnr_ConstantOffset_IsTheKnownRatio(byte offset, double decibels)
    {
        var shifted = Filled(offset, offset, offset);

        Assert.Equal(decibels, Measures.Psnr(Filled(0, 0, 0), shifted), tolerance: 1e-4);
    }

    [Fact]
    public void Psnr_OneChannelOff_PoolsTheErrorOverThreeChannels() =>
        Assert.Equal(
            10 * Math.Log10(255 * 255 * 3.0), Measures.Psnr(Filled(9, 9, 9), Filled(9, 10, 9)), tolerance: 1e-9);

    [Fact]
    public void Psnr_EqualPictures_IsTheCap() =>
        Assert.Equal(Measures.MaxDecibels, Measures.Psnr(Filled(7, 8, 9), Filled(7, 8, 9)));

    [Fact]
    public void LightnessPsnr_BlackAgainstWhite_Is0() =>
        Assert.Equal(0, Measures.LightnessPsnr(Filled(0, 0, 0), Filled(255, 255, 255)), tolerance: 1e-4);

    [Fact]
    public void LightnessPsnr_SameLightnessOtherColor_IsHigh()
    {
        var (red, green, blue) = CieLab.ToLinear(60, 30, 20);
        var grey = ToByte(CieLab.LuminanceOf(60));

        var kept = Measures.LightnessPsnr(Filled(ToByte(red), ToByte(green), ToByte(blue)), Filled(grey, grey, grey));

        Assert.InRange(kept, 50, Measures.MaxDecibels);
    }

    [Fact]
    public void AbRmse_RedAgainstGrey_IsRootOfHalfTheSquaredChroma() // red is a* 80.09, b* 67.20: brucelindbloom.com
    {
        var rmse = Measures.AbRmse(Filled(255, 0, 0), Filled(99, 99, 99));

        Assert.Equal(Math.Sqrt((80.09 * 80.09 + 67.20 * 67.20) / 2), rmse, tolerance: 0.02);
    }

    [Fact]
    public void MeanCiede2000_HalfThePixelsBlackInsteadOfWhite_Is50() =>
        Assert.Equal(
            50, Measures.MeanCiede2000([255, 255, 255, 255, 255, 255], [255, 255, 255, 0, 0, 0]), tolerance: 1e-3);

    [Fact]
    public void Colorfulness_Grey_Is0() => Assert.Equal(0, Measures.Colorfulness(Filled(90, 90, 90)));

    [Fact]
    public void Colorfulness_PlainRed_IsTheWeightedMean() // no spread; rg = 255, yb = 127.5
        =>
            Assert.Equal(
                0.3 * Math.Sqrt(255 * 255 + 127.5 * 127.5), Measures.Colorfulness(Filled(255, 0, 0)), tolerance: 1e-9);

    [Fact]
    public void Colorfulness_HalfRedHalfGreen_IsSpreadAndMean() // rg = ±255: mean 0, spread 255; yb = 127.5 everywhere
        => Assert.Equal(255 + 0.3 * 127.5, Measures.Colorfulness([255, 0, 0, 0, 255, 0]), tolerance: 1e-9);

    [Fact]
    public void Measures_PictureWithItself_AreThoseOfNoError() => Pictures.Sample(picture =>
    {
        Assert.Equal(Measures.MaxDecibels, Measures.Psnr(picture, picture));
        Assert.Equal(Measures.MaxDecibels, Measures.LightnessPsnr(picture, picture));
        Assert.Equal(0, Measures.AbRmse(picture, picture));
        Assert.Equal(0, Measures.MeanCiede2000(picture, picture));
    });

    [Fact]
    public void Measures_PicturesSwapped_AreTheSame() => Gen.Select(Pictures, Pictures).Sample((one, other) =>
    {
        Assert.Equal(Measures.Psnr(one, other), Measures.Psnr(other, one));
        Assert.Equal(Measures.LightnessPsnr(one, other), Measures.LightnessPsnr(other, one));
        Assert.Equal(Measures.AbRmse(one, other), Measures.AbRmse(other, one));
        Assert.Equal(Measures.MeanCiede2000(one, other), Measures.MeanCiede2000(other, one), tolerance: 1e-9);
    });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 4)]
    [InlineData(6, 9)]
    public void Psnr_WrongSizes_IsRefused(int truth, int picture) =>
        Assert.Throws<ArgumentException>(() => Measures.Psnr(new byte[truth], new byte[picture]));

    private static byte[] Filled(byte red, byte green, byte blue) =>
        [.. Enumerable.Repeat(new[] { red, green, blue }, 20).SelectMany(pixel => pixel)];

    private static byte ToByte(float linear) => (byte)Math.Round(255 * CieLab.Encode(linear));
}
