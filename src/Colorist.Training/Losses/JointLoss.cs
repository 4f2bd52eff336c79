using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Colorist.Training.Losses;

/// <summary>The paper's joint loss: mean squared error of the colours plus α times the cross-entropy of the scene label.</summary>
internal static class JointLoss
{
    private const float Range = 2 * Networks.Scaling.ChromaRange;

    /// <summary>Mean squared error on a*b* scaled to 0..1; true colours outside the network's range count as its ends.</summary>
    /// <param name="predicted">N×2×h×w, real a*b*.</param>
    /// <param name="truth">N×2×h×w, real a*b*.</param>
    public static Tensor Color(Tensor predicted, Tensor truth) =>
        mse_loss(predicted / Range, truth.clamp(-Networks.Scaling.ChromaRange, Networks.Scaling.ChromaRange) / Range);

    /// <summary>Mean cross-entropy over the pictures that have a label; 0 when none has.</summary>
    /// <param name="logits">N×classes.</param>
    /// <param name="labels">N labels, −1 for none.</param>
    public static Tensor Scene(Tensor logits, Tensor labels)
    {
        var labelled = labels.ge(0).sum().clamp_min(1);
        return cross_entropy(logits, labels, ignore_index: -1, reduction: TorchSharp.torch.nn.Reduction.Sum) / labelled;
    }
}
