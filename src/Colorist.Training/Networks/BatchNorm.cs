using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>Batch normalisation over all but the channel dimension (Ioffe and Szegedy 2015).</summary>
/// <remarks>
/// TorchSharp 0.107's own counts its calls with a temporary scalar that the garbage collector may free during the
/// native call: training then dies of "Unknown scalar type" within minutes.
/// </remarks>
internal sealed class BatchNorm : Module<Tensor, Tensor>
{
    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar EpsilonScalar = Epsilon;

    private const double Epsilon = 1e-5;
    private const double Momentum = 0.1;

    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly Tensor runningMean;
    private readonly Tensor runningVariance;
    private float[]? adopted;

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
    public override Tensor forward(Tensor features)
    {
        if (adopted is not null) Adopt(features, adopted);
        adopted = null;
        return functional.batch_norm(features, runningMean, runningVariance, weight, bias, training, Momentum, Epsilon);
    }

    /// <summary>
    /// Makes it add one offset per channel and nothing else, as after <see cref="Fold"/>. The next features that it
    /// sees say what it shall take for normal, so that training can go on from there.
    /// </summary>
    /// <param name="offset">One a channel.</param>
    public void Adopt(float[] offset) => adopted = offset;

    /// <summary>Takes over what another one has learned, all one a channel.</summary>
    public void Take(float[] gain, float[] offset, float[] mean, float[] variance)
    {
        using var noGradients = no_grad();
        foreach (var (own, values) in new (Tensor, float[])[] { (weight, gain), (bias, offset), (runningMean, mean),
            (runningVariance, variance) })
        {
            using var taken = tensor(values);
            own.copy_(taken);
        }
        adopted = null;
    }

    /// <summary>The factor and the offset per channel that it amounts to after training.</summary>
    public (float[] Scale, float[] Shift) Fold()
    {
        var (gain, offset, mean, variance) =
            (Values(weight), Values(bias), Values(runningMean), Values(runningVariance));
        var scale = gain.Select((value, channel) => (float)(value / Math.Sqrt(variance[channel] + Epsilon))).ToArray();
        return (scale, [.. offset.Select((value, channel) => value - mean[channel] * scale[channel])]);
    }

    private void Adopt(Tensor features, float[] offset)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        long[] places = features.dim() == 4 ? [0, 2, 3] : [0];
        var (mean, variance) = (features.mean(places), features.var(places, unbiased: false));
        runningMean.copy_(mean);
        runningVariance.copy_(variance);
        weight.copy_(variance.add(EpsilonScalar).sqrt());
        bias.copy_(mean.add(tensor(offset, device: mean.device)));
    }

    private static float[] Values(Tensor tensor) => tensor.detach().cpu().data<float>().ToArray();
}
