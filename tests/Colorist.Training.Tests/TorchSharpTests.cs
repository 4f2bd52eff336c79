using TorchSharp;

namespace Colorist.Training.Tests;

public sealed class TorchSharpTests
{
    [Fact]
    public void TorchSharpLoads_OnThisSystem_AndComputes()
    {
        using var sum = torch.ones(3, 4).matmul(torch.ones(4, 2)).sum();
        Assert.Equal(24, sum.item<float>());
    }

    [Fact]
    public void TorchSharpLoads_InTheBuild_WithoutTheNewestLibStdCxx()
    {
        if (!OperatingSystem.IsLinux()) return;
        var library = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "runtimes/linux-x64/native/libLibTorchSharp.so"));
        Assert.Equal(-1, library.AsSpan().IndexOf("_ZSt21ios_base_library_initv"u8));
    }
}
