using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// A convolution that makes nothing longer: its weights are divided by the most that they stretch any features
/// (spectral normalisation, Miyato and others 2018), found by one turn of the power iteration at each use.
/// </summary>
internal sealed class SpectralConvolution : Module<Tensor, Tensor>
{
    private readonly Weighted layer;
    private readonly Tensor direction; // of the outputs that are stretched most
    private readonly long stride;

    /// <param name="inputs">Channels that go in.</param>
    /// <param name="outputs">Channels that come out.</param>
    /// <param name="kernel">Side of the kernel; one of even side has a padding of 1.</param>
    /// <param name="stride">1 or more.</param>
    public SpectralConvolution(int inputs, int outputs, int kernel, int stride = 1) : base(nameof(SpectralConvolution))
    {
        this.stride = stride;
        layer = Weighted.Convolution(inputs, outputs, kernel, stride, hasBias: true);
        direction = functional.normalize(randn(outputs), dim: 0);
        register_buffer(nameof(direction), direction);
        RegisterComponents();
    }

    /// <param name="features">N×inputs×H×W.</param>
    /// <returns>N×outputs×H/stride×W/stride.</returns>
    public override Tensor forward(Tensor features)
    {
        var (used, offset) = (layer.Weight.div(Stretch()).to(features.dtype), layer.Bias!.to(features.dtype));
        return WholeBlocks.Convolution(features, used, offset, stride, padding: (used.shape[^1] - 1) / 2);
    }

    private Tensor Stretch()
    {
        var matrix = layer.Weight.flatten(1); // outputs × inputs·k·k
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
