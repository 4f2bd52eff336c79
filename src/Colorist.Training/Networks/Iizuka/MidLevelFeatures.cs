using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>Mid-level features: what texture is here.</summary>
internal sealed class MidLevelFeatures : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers;

    public MidLevelFeatures(NetworkSizes sizes) : base(nameof(MidLevelFeatures))
    {
        layers = Sequential(
            Blocks.Convolution(sizes.Channels(512), sizes.Channels(512)),   // 512 × H/8 × W/8
            Blocks.Convolution(sizes.Channels(512), sizes.Channels(256)));  // 256 × H/8 × W/8
        RegisterComponents();
    }

    /// <param name="lowLevel">N×512×H/8×W/8.</param>
    /// <returns>N×256×H/8×W/8.</returns>
    public override Tensor forward(Tensor lowLevel) => layers.forward(lowLevel);
}
