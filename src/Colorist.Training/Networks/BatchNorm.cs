using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training.Networks;

/// <summary>Batch normalisation over all but the channel dimension (Ioffe and Szegedy 2015).</summary>
/// <remarks>
/// TorchSharp 0.107's own counts its calls with a temporary scalar that the garbage collector may free during the native call: training then
/// dies of "Unknown scalar type" within minutes.
/// </remarks>
internal sealed class BatchNorm : Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-5;
    private const double Momentum = 0.1;

    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly Tensor runningMean;
    private readonly Tensor runningVariance;

    public BatchNorm(int channels) : base(nameof(BatchNorm))
    {
        weight = Parameter(ones(channels));
        bias = Parameter(zeros(channels));
        runningMean = zeros(channels);
        runningVariance = ones(channels);
        register_buffer(nameof(runningMean), runningMean);
        register_buffer(nameof(runningVariance), runningVariance);
        RegisterComponents();
    }

    /// <param name="features">N×C or N×C×H×W.</param>
    /// <returns>The same shape.</returns>
    public override Tensor forward(Tensor features) =>
        functional.batch_norm(features, runningMean, runningVariance, weight, bias, training, Momentum, Epsilon);

    /// <summary>The factor and the offset per channel that it amounts to after training.</summary>
    public (float[] Scale, float[] Shift) Fold()
    {
        var (gain, offset, mean, variance) = (Values(weight), Values(bias), Values(runningMean), Values(runningVariance));
        var scale = gain.Select((value, channel) => (float)(value / Math.Sqrt(variance[channel] + Epsilon))).ToArray();
        return (scale, [.. offset.Select((value, channel) => value - mean[channel] * scale[channel])]);
    }

    private static float[] Values(Tensor tensor) => tensor.detach().cpu().data<float>().ToArray();
}
