using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Colorist.Training.Losses;

/// <summary>The paper's joint loss: mean squared error of the colours plus α times the cross-entropy of the scene label.</summary>
internal static class JointLoss
{
    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar Unit = 1 / (2 * Networks.Scaling.ChromaRange);
    private static readonly Scalar Lowest = -Networks.Scaling.ChromaRange;
    private static readonly Scalar Highest = Networks.Scaling.ChromaRange;
    private static readonly Scalar None = 0;
    private static readonly Scalar One = 1;

    /// <summary>Mean squared error on a*b* scaled to 0..1; true colours outside the network's range count as its ends.</summary>
    /// <param name="predicted">N×2×h×w, real a*b*.</param>
    /// <param name="truth">N×2×h×w, real a*b*.</param>
    public static Tensor Color(Tensor predicted, Tensor truth) =>
        mse_loss(predicted.mul(Unit), truth.clamp(Lowest, Highest).mul(Unit));

    /// <summary>Mean cross-entropy over the pictures that have a label; 0 when none has.</summary>
    /// <param name="logits">N×classes.</param>
    /// <param name="labels">N labels, −1 for none.</param>
    public static Tensor Scene(Tensor logits, Tensor labels)
    {
        var labelled = labels.ge(None).sum().clamp_min(One);
        return cross_entropy(logits, labels, ignore_index: -1, reduction: TorchSharp.torch.nn.Reduction.Sum) / labelled;
    }
}
