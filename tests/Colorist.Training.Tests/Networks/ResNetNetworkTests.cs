using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class ResNetNetworkTests
{
    [Fact]
    public void Full_Folded_HasTheLayersOfTheTrunkAndAllItsParameters()
    {
        using var network = new ResNetNetwork(ResNetSizes.Full);
        var trunk = ResNetSizes.Full.TrunkLayers();
        Assert.Equal(15_885_056, trunk.Sum(plan => plan.WeightShape.Aggregate((a, b) => a * b) + plan.WeightShape[0]));
        Assert.Equal(20_614_950, network.parameters().Sum(tensor => tensor.numel()));
        Assert.All(
            NetworkLayer.All(network), layer => Assert.Equal(layer.Plan.WeightShape, layer.Weights.Weight.shape));
        Assert.Equal(((INetworkSizes)ResNetSizes.Full).Layers.Count, NetworkLayer.All(network).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Predict_AnySizeThatIsAMultipleOf32_GivesChromaOfHalfTheSize(bool global)
    {
        using var network = Drawn(ResNetSizes.Tiny with { Global = global });
        using var scope = NewDisposeScope();
        var scene = global ? network.Describe(zeros(2, 1, 64, 64)).Scene : null;
        Assert.Equal([2, 2, 48, 80], network.Predict(rand(2, 1, 96, 160) * 100, scene).shape);
    }

    [Fact]
    public void Forward_OnTheSideOfTheGlobalCopy_EqualsDescribeThenPredict()
    {
        using var network = Drawn(ResNetSizes.Tiny);
        using var scope = NewDisposeScope();
        var lightness = rand(3, 1, 64, 64) * 100;
        var (chroma, logits) = network.forward(lightness);
        var (scene, sceneLogits) = network.Describe(lightness);
        Assert.True(chroma.allclose(network.Predict(lightness, scene), rtol: 0, atol: 1e-3));
        Assert.True(logits!.allclose(sceneLogits, rtol: 0, atol: 1e-4));
    }

    [Fact]
    public void Predict_AnotherScene_ChangesThePictureEverywhere()
    {
        using var network = Drawn(ResNetSizes.Tiny);
        using var scope = NewDisposeScope();
        var lightness = rand(1, 1, 64, 64) * 100;
        var difference = network.Predict(lightness, ones(1, 16) * 5) - network.Predict(lightness, zeros(1, 16));
        var changed = (difference.abs().sum(1) > 0).to(ScalarType.Float32).mean();
        Assert.InRange(changed.item<float>(), 0.9f, 1); // a place may have no active features
    }

    [Fact]
    public void Predict_Baseline_DoesNotLookAtTheScene()
    {
        using var network = Drawn(ResNetSizes.Tiny with { Global = false });
        using var scope = NewDisposeScope();
        var lightness = rand(1, 1, 64, 64) * 100;
        Assert.True(
            network.Predict(lightness, ones(1, 16) * 5).equal(network.Predict(lightness, null)).all().item<bool>());
        Assert.Null(network.forward(lightness).SceneLogits);
        Assert.Throws<InvalidOperationException>(() => network.Describe(lightness));
    }

    [Fact]
    public void PaletteVector_BeforeTraining_AddsNothing()
    {
        using var network = new ResNetNetwork(ResNetSizes.Tiny);
        using var scope = NewDisposeScope();
        Assert.Equal([2, 16], network.PaletteVector(rand(2, ResNetSizes.PaletteNumbers)).shape);
        Assert.Equal(0, network.PaletteVector(rand(2, ResNetSizes.PaletteNumbers)).abs().max().item<float>());
    }

    [Fact]
    public void Draw_SameSeed_GivesTheSameNearlyGreyColors()
    {
        using var scope = NewDisposeScope();
        using var first = new ResNetNetwork(ResNetSizes.Tiny);
        using var second = new ResNetNetwork(ResNetSizes.Tiny);
        var lightness = rand(1, 1, 64, 64) * 100;
        var colors = new[] { first, second }.Select(network =>
        {
            network.Draw(7);
            network.eval();
            return network.forward(lightness).Output;
        }).ToArray();
        Assert.True(colors[0].equal(colors[1]).all().item<bool>());
        Assert.InRange(colors[0].abs().max().item<float>(), 1e-4f, 10);
    }

    [Fact]
    public void Forward_InTraining_LeavesOutOtherChannelsEachTime()
    {
        using var network = Drawn(ResNetSizes.Tiny with { Width = 0.25 });
        using var scope = NewDisposeScope();
        var lightness = rand(2, 1, 64, 64) * 100;
        network.train();
        Assert.False(network.forward(lightness).Output.allclose(network.forward(lightness).Output));
        network.eval();
        Assert.True(network.forward(lightness).Output.allclose(network.forward(lightness).Output));
    }

    /// <summary>
    /// Both layouts of features in memory must give the same: a block of many channels, on whose shortcut libtorch was
    /// seen to fail.
    /// </summary>
    [Fact]
    public void Block_ManyChannelsThatLieLast_GivesWhatItGivesWhereTheyLieFirst()
    {
        using var block = new ResidualBlock(256, 512, stride: 2);
        using var scope = NewDisposeScope();
        var features = rand(1, 256, 9, 9);
        Assert.True(
            block.forward(features).allclose(block.forward(Blocks.ChannelsLast(features)), rtol: 0, atol: 1e-4));
    }

    /// <summary>With weights like those of a trained network: a fresh one is nearly grey everywhere.</summary>
    private static ResNetNetwork Drawn(ResNetSizes sizes)
    {
        var network = new ResNetNetwork(sizes);
        FreshWeights.Draw(network, 1);
        network.eval();
        return network;
    }
}
