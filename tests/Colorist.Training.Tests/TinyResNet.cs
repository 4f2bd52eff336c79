using static TorchSharp.torch;

namespace Colorist.Training.Tests;

/// <summary>
/// Networks of the ResNet-18 family with weights like those of a trained one: a fresh one is nearly grey everywhere.
/// </summary>
internal static class TinyResNet
{
    public static ResNetNetwork Trained(ResNetSizes sizes)
    {
        var network = new ResNetNetwork(sizes);
        FreshWeights.Draw(network, 1);
        using var scope = NewDisposeScope();
        for (var i = 0; i < 3; i++) network.forward(rand(4, 1, 64, 64) * 100); // batch normalisation sees something
        network.eval();
        return network;
    }
}
