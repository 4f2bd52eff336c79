using TorchSharp;

namespace Colorist.Training.Tests;

public sealed class TorchSharpTests
{
    // On Debian 12 and Ubuntu 22.04 it does so only thanks to eng/TorchSharpOnOldLinux.targets, which says when to
    // delete it.
    [Fact]
    public void TorchSharpLoads_OnThisSystem_AndComputes()
    {
        using var sum = torch.ones(3, 4).matmul(torch.ones(4, 2)).sum();
        Assert.Equal(24, sum.item<float>());
    }
}
