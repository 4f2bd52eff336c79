using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// A convolution that makes nothing longer: its weights are divided by the most that they stretch any features
/// (spectral normalisation, Miyato and others 2018), found by one turn of the power iteration at each use.
/// </summary>
internal sealed class SpectralConvolution : Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly Tensor direction; // of the outputs that are stretched most
    private readonly long stride;

    /// <param name="inputs">Channels that go in.</param>
    /// <param name="outputs">Channels that come out.</param>
    /// <param name="kernel">Side of the kernel; one of even side has a padding of 1.</param>
    /// <param name="stride">1 or more.</param>
    public SpectralConvolution(int inputs, int outputs, int kernel, int stride = 1) : base(nameof(SpectralConvolution))
    {
        this.stride = stride;
        var bound = 1 / Math.Sqrt((double)inputs * kernel * kernel);
        weight = Parameter(empty(outputs, inputs, kernel, kernel).uniform_(-bound, bound));
        bias = Parameter(empty(outputs).uniform_(-bound, bound));
        direction = functional.normalize(randn(outputs), dim: 0);
        register_buffer(nameof(direction), direction);
        RegisterComponents();
    }

    /// <param name="features">N×inputs×H×W.</param>
    /// <returns>N×outputs×H/stride×W/stride.</returns>
    public override Tensor forward(Tensor features)
    {
        var used = weight.div(Stretch()).to(features.dtype);
        return WholeBlocks.Convolution(
            features, used, bias.to(features.dtype), stride, padding: (weight.shape[^1] - 1) / 2);
    }

    private Tensor Stretch()
    {
        var matrix = weight.flatten(1); // outputs × inputs·k·k
        Tensor from, to;
        using (no_grad())
        {
            from = functional.normalize(mv(matrix.t(), direction), dim: 0);
            to = functional.normalize(mv(matrix, from), dim: 0);
            if (training) direction.copy_(to);
        }
        return to.dot(mv(matrix, from));
    }
}
