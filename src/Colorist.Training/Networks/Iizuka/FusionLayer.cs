using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>Fusion layer: the scene vector joins the mid-level features at every place of the picture.</summary>
internal sealed class FusionLayer : Module<Tensor, Tensor?, Tensor?, Tensor>
{
    private readonly Module<Tensor, Tensor> convolution;

    public FusionLayer(NetworkSizes sizes) : base(nameof(FusionLayer))
    {
        convolution = Blocks.Convolution(sizes.FusionInputs, sizes.Channels(256), kernel: sizes.FusionKernel);
        RegisterComponents();
    }

    /// <param name="midLevel">N×256×H/8×W/8.</param>
    /// <param name="scene">N×256, or null in the baseline.</param>
    /// <param name="context">N×256×H/8×W/8, or null in a network without.</param>
    /// <returns>N×256×H/8×W/8.</returns>
    public override Tensor forward(Tensor midLevel, Tensor? scene, Tensor? context)
    {
        var everywhere = scene?.unsqueeze(-1).unsqueeze(-1)
            .expand(-1, -1, midLevel.shape[2], midLevel.shape[3]);       // N × 256 × H/8 × W/8
        Tensor[] parts = [.. new[] { everywhere, midLevel, context }.OfType<Tensor>()];
        return convolution.forward(cat(parts, dim: 1));                  // N × 512 × H/8 × W/8 in, 768 with context
    }
}
