using TorchSharp;

namespace Colorist.Training.Tests;

public sealed class ExportVerificationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(1, false)]
    public void Run_AfterSomeTraining_FindsOnnxEqualToTorch(int fusionKernel, bool global)
    {
        var sizes = NetworkSizes.Tiny with { Width = 0.25, FusionKernel = fusionKernel, Global = global };
        using var network = Trained(sizes);
        ModelExport.Write(folder["model"], Folding.Fold(network), Samples.Card(sizes));
        var found = ExportVerification.Run(network, folder["model"], [Noise(48, 64), Noise(32, 32)]);
        Assert.InRange(found.LargestSingle, 0, 1e-3);
        Assert.InRange(found.LargestProbability, 0, 1e-4);
        Assert.InRange(found.LargestHalf, 1e-6, 1); // rounding shows, and no more
    }

    [Theory]
    [InlineData(64, 32)]
    [InlineData(64, 112)]
    [InlineData(112, 64)]
    public void Run_ExportedForAnotherGlobalSide_FindsOnnxEqualToTorchsPooling(int trained, int exported)
    {
        var sizes = NetworkSizes.Tiny with { Width = 0.25, GlobalSide = trained };
        using var network = Trained(sizes);
        ModelExport.Write(folder["model"], Folding.Fold(network, exported), Samples.Card(sizes));
        var found = ExportVerification.Run(network, folder["model"], [Noise(48, 64), Noise(32, 32)]);
        Assert.InRange(found.LargestSingle, 0, 1e-3);
        Assert.InRange(found.LargestProbability, 0, 1e-4);
    }

    [Theory]
    [InlineData(ColorOutput.Sigmoid, true)]
    [InlineData(ColorOutput.Bins, false)]
    [InlineData(ColorOutput.Bins, true)]
    public void Run_BinsAndSkips_FindsOnnxEqualToTorch(ColorOutput output, bool skips)
    {
        var sizes = NetworkSizes.Tiny with { Width = 0.25, Output = output, Skips = skips };
        using var network = Trained(sizes);
        network.Temperature = 0.3;
        ModelExport.Write(folder["model"], Folding.Fold(network), Samples.Card(sizes));
        var found = ExportVerification.Run(network, folder["model"], [Noise(48, 64), Noise(32, 32)]);
        Assert.InRange(found.LargestSingle, 0, 2e-3);
        Assert.InRange(found.LargestProbability, 0, 1e-4);
    }

    [Theory]
    [InlineData(32, 32)]
    [InlineData(40, 72)]
    [InlineData(56, 48)]
    public void Run_Context_FindsOnnxEqualToTorchAlsoWhereSidesAreOdd(int width, int height)
    {
        var sizes = NetworkSizes.Tiny with { Width = 0.25, Context = true, Skips = true };
        using var network = Trained(sizes);
        ModelExport.Write(folder["model"], Folding.Fold(network), Samples.Card(sizes));
        Assert.InRange(ExportVerification.Run(network, folder["model"], [Noise(width, height)]).LargestSingle, 0, 1e-3);
    }

    [Fact]
    public void Run_ModelOfOtherWeights_FindsTheDifference()
    {
        using var network = Trained(NetworkSizes.Tiny);
        ModelExport.Write(folder["model"], Samples.Network(NetworkSizes.Tiny), Samples.Card(NetworkSizes.Tiny));
        Assert.True(ExportVerification.Run(network, folder["model"], [Noise(32, 32)]).LargestHalf > 1);
    }

    /// <summary>A network whose batch normalisation has seen pictures.</summary>
    private static ColorizationNetwork Trained(NetworkSizes sizes)
    {
        torch.manual_seed(5);
        var network = new ColorizationNetwork(sizes);
        using var scope = torch.NewDisposeScope();
        network.train();
        for (var i = 0; i < 5; i++) network.forward(torch.rand(4, 1, 32, 32) * 100);
        return network;
    }

    private static LightnessPlane Noise(int width, int height)
    {
        var random = new Random(6);
        return new LightnessPlane(
            width, height, [.. Enumerable.Range(0, width * height).Select(_ => 100 * random.NextSingle())]);
    }
}
