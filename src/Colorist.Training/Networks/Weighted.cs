using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// A convolution or a fully connected layer whose weights stay in single precision, and are used in the type of number
/// that the features come in.
/// </summary>
internal sealed class Weighted : Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter? bias;
    private readonly long? stride; // of a convolution

    private Weighted(long[] shape, long? stride, bool hasBias) : base(nameof(Weighted))
    {
        weight = Parameter(empty(shape));
        bias = hasBias ? Parameter(empty(shape[0])) : null;
        this.stride = stride;
        RegisterComponents();
        Draw(generator: null);
    }

    /// <summary>Outputs×inputs×k×k of a convolution, outputs×inputs of a fully connected layer.</summary>
    public Tensor Weight => weight;

    /// <summary>One an output, or null.</summary>
    public Tensor? Bias => bias;

    /// <summary>A convolution that keeps the size of the features, or divides it by its stride.</summary>
    public static Weighted Convolution(int inputs, int outputs, int kernel, int stride = 1, bool hasBias = false) =>
        new([outputs, inputs, kernel, kernel], stride, hasBias);

    /// <summary>A fully connected layer.</summary>
    public static Weighted FullyConnected(int inputs, int outputs, bool hasBias = false) =>
        new([outputs, inputs], stride: null, hasBias);

    /// <summary>Draws the weights anew, evenly from ±1/√(inputs per output), as Torch does.</summary>
    /// <param name="generator">Null for Torch's own.</param>
    public void Draw(Generator? generator)
    {
        using var noGradients = no_grad();
        var bound = 1 / Math.Sqrt((double)weight.numel() / weight.shape[0]);
        weight.uniform_(-bound, bound, generator);
        bias?.uniform_(-bound, bound, generator);
    }

    /// <param name="features">N×inputs×H×W, or N×inputs.</param>
    public override Tensor forward(Tensor features)
    {
        var (used, offset) = (weight.to(features.dtype), bias?.to(features.dtype));
        return stride is { } step
            ? WholeBlocks.Convolution(features, used, offset, step)
            : functional.linear(features, used, offset);
    }
}
