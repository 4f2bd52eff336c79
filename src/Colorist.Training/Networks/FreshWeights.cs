using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// Random first weights from a generator of their own, so that nothing else in the process can change what a seed
/// means.
/// </summary>
internal static class FreshWeights
{
    /// <summary>Draws the weights of every convolution and fully connected layer anew.</summary>
    /// <param name="network">Any network; its batch normalisations stay as they are.</param>
    /// <param name="seed">The same seed gives the same weights.</param>
    public static void Draw(Module network, int seed)
    {
        using var generator = new Generator(unchecked((ulong)seed));
        foreach (var layer in network.modules().OfType<Weighted>()) layer.Draw(generator);
    }
}
