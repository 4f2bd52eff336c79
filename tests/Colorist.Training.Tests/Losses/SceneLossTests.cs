using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class SceneLossTests
{
    [Fact]
    public void Of_Backward_TeachesGlobalAndLowLevelPartsOnly()
    {
        using var network = new ColorizationNetwork(NetworkSizes.Tiny);
        using var scope = NewDisposeScope();
        var (_, logits) = network.forward(rand(4, 1, 32, 32) * 100);
        SceneLoss.Compute(logits!, tensor(new long[] { 0, 1, 2, -1 })).backward();

        var taught = network.named_parameters()
            .Where(parameter => parameter.parameter.grad is { } gradient && gradient.abs().max().item<float>() > 0)
            .Select(parameter => parameter.name.Split('.')[0]);
        Assert.Equal(["classification", "global", "lowLevel"], taught.Distinct().Order());
    }

    [Fact]
    public void Of_UnlabelledPictures_AreLeftOut()
    {
        using var scope = NewDisposeScope();
        var logits = rand(3, 5);
        var two = SceneLoss.Compute(logits[torch.TensorIndex.Slice(0, 2)], tensor(new long[] { 1, 4 }));
        var three = SceneLoss.Compute(logits, tensor(new long[] { 1, 4, -1 }));
        Assert.Equal(two.item<float>(), three.item<float>(), 1e-6f);
        Assert.Equal(0, SceneLoss.Compute(logits, tensor(new long[] { -1, -1, -1 })).item<float>());
    }
}
