using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training.Networks;

/// <summary>Fusion layer: the scene vector joins the mid-level features at every place of the picture.</summary>
internal sealed class FusionLayer : Module<Tensor, Tensor?, Tensor>
{
    private readonly Module<Tensor, Tensor> convolution;

    public FusionLayer(NetworkSizes sizes) : base(nameof(FusionLayer))
    {
        var inputs = sizes.Channels(256) + (sizes.Global ? sizes.GlobalFeatures : 0);
        convolution = Blocks.Convolution(inputs, sizes.Channels(256), kernel: sizes.FusionKernel);
        RegisterComponents();
    }

    /// <param name="midLevel">N×256×H/8×W/8.</param>
    /// <param name="scene">N×256, or null in the baseline.</param>
    /// <returns>N×256×H/8×W/8.</returns>
    public override Tensor forward(Tensor midLevel, Tensor? scene)
    {
        if (scene is null) return convolution.forward(midLevel);
        var everywhere = scene.unsqueeze(-1).unsqueeze(-1)
            .expand(-1, -1, midLevel.shape[2], midLevel.shape[3]);       // N × 256 × H/8 × W/8
        return convolution.forward(cat([everywhere, midLevel], dim: 1)); // N × 512 × H/8 × W/8 in
    }
}
