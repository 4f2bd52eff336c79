using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>A ReLU that lets a fifth of what is below 0 through.</summary>
/// <remarks>
/// TorchSharp 0.107's own passes a temporary scalar that the garbage collector may free during the native call: with
/// the collector at work all the time it failed after some ten thousand calls.
/// </remarks>
internal sealed class LeakyRelu() : Module<Tensor, Tensor>(nameof(LeakyRelu))
{
    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar Slope = 0.2;

    /// <param name="features">Any shape.</param>
    /// <returns>The same shape.</returns>
    public override Tensor forward(Tensor features) => maximum(features, features.mul(Slope));
}
