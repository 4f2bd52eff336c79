using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class FreshWeightsTests
{
    [Fact]
    public void Draw_SameSeedWhileOthersUseTorchsGenerator_GivesTheSameWeights()
    {
        using var first = Drawn(7);
        var networks = ParallelEnumerable.Range(0, 16).Select(_ => Drawn(7)).ToList();
        Assert.All(networks, network => Assert.True(Same(first, network)));
        networks.ForEach(network => network.Dispose());
    }

    [Fact]
    public void Draw_AnotherSeed_GivesOtherWeights()
    {
        using var first = Drawn(7);
        using var second = Drawn(8);
        Assert.False(Same(first, second));
    }

    [Fact]
    public void Draw_Layer_StaysWithinTorchsBounds()
    {
        using var layer = Weighted.Convolution(8, 16, 3, hasBias: true);
        FreshWeights.Draw(layer, 1);
        var bound = 1 / Math.Sqrt(8 * 9);
        Assert.InRange(layer.Weight.abs().max().item<float>(), 0.95 * bound, bound);
        Assert.InRange(layer.Weight.mean().item<float>(), -0.1 * bound, 0.1 * bound);
        Assert.InRange(layer.Bias!.abs().max().item<float>(), 0.5 * bound, bound);
    }

    private static ColorizationNetwork Drawn(int seed)
    {
        var network = new ColorizationNetwork(NetworkSizes.Tiny);
        FreshWeights.Draw(network, seed);
        return network;
    }

    private static bool Same(ColorizationNetwork left, ColorizationNetwork right) =>
        left.parameters().Zip(right.parameters()).All(pair => pair.First.equal(pair.Second).all().item<bool>());
}
