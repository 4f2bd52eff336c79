using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Colorist.Training;

/// <summary>What the scene labels teach.</summary>
internal static class SceneLoss
{
    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar None = 0;
    private static readonly Scalar One = 1;

    /// <summary>Mean cross-entropy over the pictures that have a label; 0 when none has.</summary>
    /// <param name="logits">N×classes.</param>
    /// <param name="labels">N labels, −1 for none.</param>
    public static Tensor Compute(Tensor logits, Tensor labels)
    {
        var labelled = labels.ge(None).sum().clamp_min(One);
        return cross_entropy(logits, labels, ignore_index: -1, reduction: TorchSharp.torch.nn.Reduction.Sum) / labelled;
    }
}
