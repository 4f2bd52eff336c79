using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class SpectralConvolutionTests
{
    [Fact]
    public void Forward_AfterSomeTurns_StretchesByOneAtMost()
    {
        using var scope = NewDisposeScope();
        using var layer = new SpectralConvolution(6, 5, kernel: 1);
        using (no_grad()) layer.state_dict()["layer.weight"].mul_(7);
        for (var turn = 0; turn < 50; turn++) layer.forward(rand(1, 6, 2, 2));
        // every direction that goes in, as pictures of one place: what comes out is the used weight matrix
        var used = (layer.forward(eye(6).view(6, 6, 1, 1)) - layer.forward(zeros(1, 6, 1, 1))).view(6, 5);
        Assert.Equal(1, linalg.svd(used).S.max().item<float>(), 0.01);
    }

    [Theory]
    [InlineData(1, 1, 16)]
    [InlineData(3, 1, 16)]
    [InlineData(4, 2, 8)]
    [InlineData(4, 1, 15)]
    public void Forward_KernelAndStride_GiveTheSideExpected(int kernel, int stride, int side)
    {
        using var scope = NewDisposeScope();
        using var layer = new SpectralConvolution(3, 4, kernel, stride);
        Assert.Equal([2, 4, side, side], layer.forward(rand(2, 3, 16, 16)).shape);
    }
}
