using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class ColorizationNetworkTests
{
    [Fact]
    public void Paper_FoldedWithFusion3AndWithoutClassification_HasTheReleasedNumberOfParameters()
    {
        using var network = new ColorizationNetwork(NetworkSizes.Paper with { FusionKernel = 3 });
        var folded = Folding.Fold(network).Layers
            .Where(layer => !layer.Key.StartsWith("class", StringComparison.Ordinal));
        Assert.Equal(43_218_402, folded.Sum(layer => layer.Value.Weight.LongLength + layer.Value.Bias.LongLength));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(1, false)]
    public void Predict_AnySizeThatIsAMultipleOf8_GivesChromaOfHalfTheSize(int fusionKernel, bool global)
    {
        using var network =
            new ColorizationNetwork(NetworkSizes.Tiny with { FusionKernel = fusionKernel, Global = global });
        using var scope = NewDisposeScope();
        network.eval();
        var scene = global ? network.Describe(zeros(2, 1, 32, 32)).Scene : null;
        Assert.Equal([2, 2, 20, 36], network.Predict(rand(2, 1, 40, 72) * 100, scene).shape);
    }

    public static TheoryData<NetworkSizes> Kinds =>
        [NetworkSizes.Tiny, NetworkSizes.Tiny with { Output = ColorOutput.Bins, Skips = true }];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Forward_OnTheSideOfTheGlobalBranch_EqualsDescribeThenPredict(NetworkSizes sizes)
    {
        using var network = new ColorizationNetwork(sizes);
        using var scope = NewDisposeScope();
        network.eval();
        var lightness = rand(3, 1, 32, 32) * 100;
        var (output, logits) = network.forward(lightness);
        var (scene, sceneLogits) = network.Describe(lightness);
        Assert.True(network.Chroma(output).allclose(network.Predict(lightness, scene), rtol: 0, atol: 1e-3));
        Assert.True(logits!.allclose(sceneLogits, rtol: 0, atol: 1e-4));
    }

    [Fact]
    public void Describe_AnotherScene_ChangesThePrediction()
    {
        using var network = new ColorizationNetwork(NetworkSizes.Tiny);
        using var scope = NewDisposeScope();
        network.eval();
        var lightness = rand(1, 1, 32, 32) * 100;
        var difference = (network.Predict(lightness, ones(1, 16)) - network.Predict(lightness, zeros(1, 16))).abs()
            .max();
        Assert.True(difference.item<float>() > 0.01);
    }

    [Fact]
    public void Forward_InBFloat16_PointsTheWeightsTheSameWay()
    {
        using var network = new ColorizationNetwork(NetworkSizes.Tiny with { Width = 0.25 });
        FreshWeights.Draw(network, 1);
        using var scope = NewDisposeScope();
        var lightness = rand([8, 1, 32, 32], generator: new Generator(8)) * 100;
        var (single, singleGradient) = Run(ScalarType.Float32);
        var (brain, brainGradient) = Run(ScalarType.BFloat16);
        Assert.Equal(ScalarType.Float32, brain.dtype);
        Assert.InRange((single - brain).abs().mean().item<float>(), 1e-6f, 0.05f);
        Assert.InRange(
            nn.functional.cosine_similarity(singleGradient, brainGradient, dim: 0).item<float>(), 0.7f, 0.999999f);

        (Tensor Output, Tensor Gradient) Run(ScalarType arithmetic)
        {
            network.Arithmetic = arithmetic;
            network.zero_grad();
            var (output, logits) = network.forward(lightness);
            (output.pow(2).mean() + logits!.pow(2).mean()).backward();
            return (output, cat([.. network.parameters().Select(weight => weight.grad!.flatten())]));
        }
    }

    [Fact]
    public void Fold_AfterTrainingSteps_LeavesNoBatchNormAndKeepsTheOutput()
    {
        using var network = new ColorizationNetwork(NetworkSizes.Tiny);
        using var scope = NewDisposeScope();
        network.train();
        for (var i = 0; i < 3; i++) network.forward(rand(4, 1, 32, 32) * 100);
        var first = Folding.Fold(network).Layers["low.0"];
        network.eval();

        var block = network.modules().OfType<TorchSharp.Modules.Sequential>()
            .First(module => module.named_children().First().name == "convolution");
        var input = rand(1, 1, 16, 16);
        var expected = block.forward(input);
        var weight = tensor(first.Weight, first.WeightShape);
        var found = nn.functional.conv2d(input, weight, tensor(first.Bias), strides: [2, 2], padding: [1, 1]).relu();
        Assert.True(expected.allclose(found, rtol: 0, atol: 1e-5));
    }
}
