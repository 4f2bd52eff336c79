using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class ResNetWeightsTests
{
    [Fact]
    public void Load_TrainedNetwork_ColorsAsWhereItWasTrained()
    {
        using var network = new ResNetNetwork(ResNetSizes.Full);
        ResNetWeights.Load(SharedFiles.ResNet, network);
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        network.eval();

        var (scene, logits) = network.Describe(SharedFiles.Tensor("global_copy"));
        var palette = network.PaletteVector(SharedFiles.Tensor("palette"));
        Assert.InRange(Difference(scene, "scene"), 0, 1e-3f);
        Assert.InRange(Difference(logits, "logits"), 0, 1e-3f);
        Assert.InRange(Difference(palette, "palette_vector"), 0, 1e-3f);
        Assert.InRange(Difference(network.Predict(SharedFiles.Tensor("lightness"), scene), "chroma"), 0, 1e-3f);
        Assert.InRange(Difference(
            network.Predict(SharedFiles.Tensor("lightness"), scene + palette), "chroma_with_palette"), 0, 1e-3f);
    }

    [Fact]
    public void Load_NetworkThatWasWritten_ComputesTheSame()
    {
        using var folder = new TemporaryFolder();
        using var written = TinyResNet.Trained(ResNetSizes.Tiny);
        using var read = new ResNetNetwork(ResNetSizes.Tiny);
        SafetensorsFile.Write(folder["tiny.safetensors"], Names(written));
        ResNetWeights.Load(folder.Path, read);
        Assert.True(Same(written, read));
    }

    [Fact]
    public void Load_IntoABaseline_LeavesTheGlobalWeightsOut()
    {
        using var folder = new TemporaryFolder();
        using var written = TinyResNet.Trained(ResNetSizes.Tiny);
        using var baseline = new ResNetNetwork(ResNetSizes.Tiny with { Global = false });
        SafetensorsFile.Write(folder["tiny.safetensors"], Names(written));
        ResNetWeights.Load(folder.Path, baseline);
        var (own, all) = (baseline.state_dict(), written.state_dict());
        Assert.All(own, entry => Assert.True(entry.Value.equal(all[entry.Key]).all().item<bool>(), entry.Key));
    }

    [Fact]
    public void Load_TensorMissing_SaysWhich()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyResNet.Trained(ResNetSizes.Tiny);
        var tensors = Names(network);
        tensors.Remove("mid16.layers.1.running_var");
        SafetensorsFile.Write(folder["tiny.safetensors"], tensors);
        var error = Assert.Throws<ModelException>(() => ResNetWeights.Load(folder.Path, network));
        Assert.EndsWith(
            "expected a tensor mid16.layers.1.running_var, found none", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NetworkOfAnotherWidth_SaysWhichShape()
    {
        using var folder = new TemporaryFolder();
        using var written = TinyResNet.Trained(ResNetSizes.Tiny);
        using var wider = new ResNetNetwork(ResNetSizes.Tiny with { Width = 0.125 });
        SafetensorsFile.Write(folder["tiny.safetensors"], Names(written));
        var error = Assert.Throws<ModelException>(() => ResNetWeights.Load(folder.Path, wider));
        Assert.EndsWith(
            "expected trunk.stem.weight of 8×1×7×7, found 4×1×7×7", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The weights of a network by the names of the file, said independently of the importer.</summary>
    private static Dictionary<string, (long[] Shape, float[] Values)> Names(ResNetNetwork network)
    {
        (string Own, string Stored)[] names =
        [
            ("lowLevel.stem", "trunk.stem"), ("lowLevel.layer1", "trunk.layer1"), ("midLevelDown.layer", "trunk.layer"),
            ("global.shared", "shared.0"), ("global.scene", "scene"),
            ("classification.first", "classify.0"), ("classification.last", "classify.2"),
            ("palette.first", "palette.0"), ("palette.last", "palette.2"),
            ("midLevelUp.mid32.convolution", "mid32.0"), ("midLevelUp.mid32.norm", "mid32.1"),
            ("midLevelUp.mid16.convolution", "mid16.layers.0"), ("midLevelUp.mid16.norm", "mid16.layers.1"),
            ("midLevelUp.mid8.convolution", "mid8.layers.0"), ("midLevelUp.mid8.norm", "mid8.layers.1"),
            ("fusion.mid", "fuse_mid"), ("fusion.scene", "fuse_scene"),
            ("colorization.color8.convolution", "color8.0"), ("colorization.color8.norm", "color8.1"),
            ("colorization.color4.0.convolution", "color4.layers.0"), ("colorization.color4.0.norm", "color4.layers.1"),
            ("colorization.color4.1.convolution", "color4.layers.3"), ("colorization.color4.1.norm", "color4.layers.4"),
            ("colorization.skip2.convolution", "skip2.0"), ("colorization.skip2.norm", "skip2.1"),
            ("colorization.color2.convolution", "color2.layers.0"), ("colorization.color2.norm", "color2.layers.1"),
            ("colorization.last", "out"),
            ("runningMean", "running_mean"), ("runningVariance", "running_var"),
        ];
        return network.state_dict().ToDictionary(
            entry => names.Aggregate(
                entry.Key, (name, pair) => name.Replace(pair.Own, pair.Stored, StringComparison.Ordinal)),
            entry => (entry.Value.shape, entry.Value.data<float>().ToArray()));
    }

    private static bool Same(ResNetNetwork left, ResNetNetwork right) =>
        left.state_dict().Values.Zip(right.state_dict().Values)
            .All(pair => pair.First.equal(pair.Second).all().item<bool>());

    private static float Difference(Tensor found, string expected) =>
        (found - SharedFiles.Tensor(expected)).abs().max().item<float>();
}
