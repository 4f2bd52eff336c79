using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class PretrainedTrunkTests
{
    private const double Epsilon = 1e-5;

    /// <summary>
    /// What the stem gives for a grey picture in three channels, 0..255 less the means, is what its one-channel form
    /// gives for L*.
    /// </summary>
    [Fact]
    public void FromFile_Stem_GivesForLightnessWhatItGaveForGreyInThreeChannels()
    {
        using var folder = new TemporaryFolder();
        using var scope = NewDisposeScope();
        var nodes = TrunkFile.Write(folder["trunk.onnx"], ResNetSizes.Tiny);
        var stem = PretrainedTrunk.FromFile(folder["trunk.onnx"], ResNetSizes.Tiny)["trunk.stem"];
        var lightness = rand(1, 1, 32, 32) * 100;
        var means = tensor([103.06f, 115.90f, 123.15f]).view(1, 3, 1, 1);

        var (weight, norm) = nodes[0];
        var expected = nn.functional.batch_norm(
            nn.functional.conv2d(lightness * 2.55 - means, weight, strides: [2, 2]),
            norm[2], norm[3], norm[0], norm[1], eps: Epsilon);
        var (stored, bias) = (tensor(stem.Weight, stem.WeightShape), tensor(stem.Bias));
        var found = nn.functional.conv2d((lightness - 45) / 22, stored, bias, strides: [2, 2]);
        Assert.True(
            expected.allclose(found, rtol: 1e-4, atol: 1e-3), $"{(expected - found).abs().max().item<float>()}");
    }

    [Fact]
    public void FromFile_Blocks_AreReadInTheOrderOfTheFile()
    {
        using var folder = new TemporaryFolder();
        using var scope = NewDisposeScope();
        var nodes = TrunkFile.Write(folder["trunk.onnx"], ResNetSizes.Tiny);
        var layers = PretrainedTrunk.FromFile(folder["trunk.onnx"], ResNetSizes.Tiny);
        var sixth = layers["trunk.layer2.0.down"];                       // after the stem and the four of layer 1
        var (weight, norm) = nodes[5];
        var scale = norm[0] / (norm[3] + Epsilon).sqrt();
        Assert.True((weight * scale.view(-1, 1, 1, 1)).allclose(tensor(sixth.Weight, sixth.WeightShape), rtol: 1e-4));
        Assert.True((norm[1] - norm[2] * scale).allclose(tensor(sixth.Bias), rtol: 1e-4, atol: 1e-5));
    }

    [Fact]
    public void Load_Network_TakesTheTrunkAndKeepsTheRest()
    {
        using var folder = new TemporaryFolder();
        using var scope = NewDisposeScope();
        TrunkFile.Write(folder["trunk.onnx"], ResNetSizes.Tiny);
        using var network = new ResNetNetwork(ResNetSizes.Tiny);
        var before = network.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        TrunkWeights.Load(folder["trunk.onnx"], network);
        Assert.All(network.state_dict(), entry =>
        {
            var part = entry.Key[..entry.Key.IndexOf('.', StringComparison.Ordinal)];
            Assert.Equal(
                part is not ("lowLevel" or "midLevelDown"), entry.Value.equal(before[entry.Key]).all().item<bool>());
        });
    }

    [Fact]
    public void FromFile_NetworkOfAnotherWidth_SaysWhichShape()
    {
        using var folder = new TemporaryFolder();
        TrunkFile.Write(folder["trunk.onnx"], ResNetSizes.Tiny);
        var error =
            Assert.Throws<ModelException>(() => PretrainedTrunk.FromFile(folder["trunk.onnx"], ResNetSizes.Full));
        Assert.EndsWith("expected trunk.stem of 64×1×7×7, found 4×1×7×7", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 0x3A, 0x7F })] // a graph longer than the file
    public void FromFile_SomethingElse_SaysSo(byte[] content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["trunk.onnx"], content);
        Assert.Throws<ModelException>(() => PretrainedTrunk.FromFile(folder["trunk.onnx"], ResNetSizes.Tiny));
    }

    [Fact]
    public void FromFile_NoFile_SaysSo() =>
        Assert.Throws<ModelException>(() => PretrainedTrunk.FromFile("none.onnx", ResNetSizes.Tiny));
}
