using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training.Networks;

/// <summary>Random first weights from a generator of their own, so that nothing else in the process can change what a seed means.</summary>
internal static class FreshWeights
{
    /// <summary>Draws the weights of every convolution and linear layer anew, evenly from ±1/√(inputs per output), as Torch does.</summary>
    /// <param name="network">Any network; its batch normalisations stay as they are.</param>
    /// <param name="seed">The same seed gives the same weights.</param>
    public static void Draw(Module network, int seed)
    {
        using var generator = new Generator(unchecked((ulong)seed));
        using var noGradients = no_grad();
        foreach (var module in network.modules())
        {
            if (module is Conv2d convolution) Draw(convolution.weight, convolution.bias, generator);
            if (module is Linear linear) Draw(linear.weight, linear.bias, generator);
        }
    }

    private static void Draw(Tensor weight, Tensor? bias, Generator generator)
    {
        var bound = 1 / Math.Sqrt((double)weight.numel() / weight.shape[0]);
        weight.uniform_(-bound, bound, generator);
        bias?.uniform_(-bound, bound, generator);
    }
}
