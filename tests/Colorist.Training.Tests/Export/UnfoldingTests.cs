using TorchSharp;

namespace Colorist.Training.Tests;

/// <summary>A network that begins with a model's weights colours as the model does, in training mode too.</summary>
public sealed class UnfoldingTests : IDisposable
{
    private static readonly NetworkSizes Sizes = NetworkSizes.Tiny with { Width = 0.25 };

    private readonly TemporaryFolder folder = new();
    private readonly torch.Tensor pictures = torch.rand([64, 1, 32, 32], generator: new torch.Generator(8)) * 100;

    public UnfoldingTests() =>
        ModelExport.Write(folder["model"], Samples.Network(Sizes), Samples.Card(Sizes), WeightStorage.SinglePrecision);

    public void Dispose()
    {
        pictures.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(false, false, 3)]
    [InlineData(true, false, 3)]
    [InlineData(true, true, 3)]
    [InlineData(false, false, 7)]
    public void Unfold_IntoTheSameOrALargerNetwork_GivesTheModelsColors(bool context, bool skips, int classes)
    {
        using var network = Unfolded(Sizes with { Context = context, Skips = skips, Classes = classes });
        ModelExport.Write(
            folder["again"], Folding.Fold(network), Samples.Card(network.Sizes), WeightStorage.SinglePrecision);
        var (before, after) = (Predict(folder["model"]), Predict(folder["again"]));
        Assert.True(before.Max() - before.Min() > 1, "the colours differ from place to place");
        Assert.Equal(before, after, (expected, found) => Math.Abs(expected - found) < 0.01f);
    }

    [Fact]
    public void Unfold_TrainingMode_ComputesTheSameOnThePicturesThatItLearnedNormalFrom()
    {
        using var network = Unfolded(Sizes);
        using var noGradients = torch.no_grad();
        var learning = network.forward(pictures).Output;
        network.eval();
        Assert.True(learning.allclose(network.forward(pictures).Output, rtol: 0, atol: 1e-3));
    }

    [Fact]
    public void Unfold_SmallerNetwork_SaysWhichLayer()
    {
        var error = Assert.Throws<CheckpointException>(() => Unfolded(Sizes with { Width = 0.125 }));
        Assert.Contains("expected low.0 of 8×1×3×3, found 16×1×3×3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AlteredWeights_SaysSo()
    {
        using (var file = File.OpenWrite(folder["model/weights.bin"])) file.WriteByte(77);
        Assert.Contains("the file was altered",
            Assert.Throws<ModelException>(() => ModelWeights.Read(folder["model"])).Message, StringComparison.Ordinal);
    }

    private ColorizationNetwork Unfolded(NetworkSizes sizes)
    {
        torch.manual_seed(9);
        var network = new ColorizationNetwork(sizes);
        Unfolding.Unfold(folder["model"], ModelWeights.Read(folder["model"]).Layers, network, pictures);
        return network;
    }

    private static float[] Predict(string model)
    {
        using var loaded = Model.Load(model);
        var lightness = Samples.Lightness(64, 48);
        var chroma = loaded.Local.Predict(lightness, loaded.Global!.Describe(lightness));
        return [.. chroma.A, .. chroma.B];
    }
}
