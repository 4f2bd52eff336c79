using Colorist.Training.Losses;
using Colorist.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training.Tests.Losses;

public sealed class JointLossTests
{
    [Fact]
    public void Scene_Backward_TeachesGlobalAndLowLevelPartsOnly()
    {
        using var network = new ColorizationNetwork(NetworkSizes.Tiny);
        using var scope = NewDisposeScope();
        var (_, logits) = network.forward(rand(4, 1, 32, 32) * 100);
        JointLoss.Scene(logits!, tensor(new long[] { 0, 1, 2, -1 })).backward();

        var taught = network.named_parameters()
            .Where(parameter => parameter.parameter.grad is { } gradient && gradient.abs().max().item<float>() > 0)
            .Select(parameter => parameter.name.Split('.')[0]);
        Assert.Equal(["classification", "global", "lowLevel"], taught.Distinct().Order());
    }

    [Fact]
    public void Color_Backward_TeachesEverythingButClassification()
    {
        using var network = new ColorizationNetwork(NetworkSizes.Tiny);
        using var scope = NewDisposeScope();
        var (chroma, _) = network.forward(rand(4, 1, 32, 32) * 100);
        JointLoss.Color(chroma, zeros(4, 2, 16, 16)).backward();

        var taught = network.named_parameters()
            .Where(parameter => parameter.parameter.grad is not null).Select(parameter => parameter.name.Split('.')[0]);
        Assert.Equal(["colorization", "fusion", "global", "lowLevel", "midLevel"], taught.Distinct().Order());
    }

    [Fact]
    public void Color_KnownDifference_IsTheMeanSquareOnAScaleOf0To1()
    {
        using var loss = JointLoss.Color(full([1, 2, 4, 4], 30f), full([1, 2, 4, 4], 10f));
        Assert.Equal(0.01, loss.item<float>(), 1e-6); // 20 of 200, squared
    }

    [Fact]
    public void Color_TruthBeyondTheNetworksRange_CountsAsItsEnd()
    {
        using var loss = JointLoss.Color(full([1, 2, 4, 4], -100f), full([1, 2, 4, 4], -107f));
        Assert.Equal(0, loss.item<float>());
    }

    [Fact]
    public void Scene_UnlabelledPictures_AreLeftOut()
    {
        using var scope = NewDisposeScope();
        var logits = rand(3, 5);
        var two = JointLoss.Scene(logits[torch.TensorIndex.Slice(0, 2)], tensor(new long[] { 1, 4 }));
        var three = JointLoss.Scene(logits, tensor(new long[] { 1, 4, -1 }));
        Assert.Equal(two.item<float>(), three.item<float>(), 1e-6f);
        Assert.Equal(0, JointLoss.Scene(logits, tensor(new long[] { -1, -1, -1 })).item<float>());
    }
}
