using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class LabColorsTests
{
    [Theory]
    [InlineData(255, 0, 0)]
    [InlineData(12, 200, 90)]
    [InlineData(30, 40, 250)]
    [InlineData(128, 128, 128)]
    [InlineData(3, 2, 1)]
    public void ToSrgb_LabOfAColor_GivesTheColorBack(byte red, byte green, byte blue)
    {
        var (lightness, a, b) = CieLab.FromSrgb(red, green, blue);
        using var scope = NewDisposeScope();
        var found = LabColors.ToSrgb(full([1, 1, 4, 4], lightness), tensor([a, b]).view(1, 2, 1, 1).expand(1, 2, 2, 2));
        Assert.Equal([1, 3, 4, 4], found.shape);
        Assert.Equal(
            [red / 255f, green / 255f, blue / 255f], found[0, TensorIndex.Colon, 1, 2].data<float>().ToArray(),
            (expected, value) => MathF.Abs(expected - value) < 0.004f);
    }

    [Fact]
    public void ToSrgb_ColorThatNoScreenShows_StillTeaches()
    {
        using var scope = NewDisposeScope();
        var chroma = tensor([-120f, 100f]).view(1, 2, 1, 1).expand(1, 2, 2, 2).clone();
        chroma.requires_grad = true;
        var picture = LabColors.ToSrgb(full([1, 1, 4, 4], 50f), chroma);
        picture.sum().backward();
        Assert.True(picture.min().item<float>() < 0);
        Assert.True(chroma.grad!.abs().min().item<float>() > 1e-6);
    }
}
