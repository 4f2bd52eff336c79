using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training.Networks;

/// <summary>Colorization: from fused features to chroma at half the picture's size.</summary>
internal sealed class ColorizationLayers : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers;

    public ColorizationLayers(NetworkSizes sizes) : base(nameof(ColorizationLayers))
    {
        layers = Sequential(
            Blocks.Convolution(sizes.Channels(256), sizes.Channels(128)),                  // 128 × H/8 × W/8
            Upsample(scale_factor: [2, 2], mode: UpsampleMode.Nearest),                    // 128 × H/4 × W/4
            Blocks.Convolution(sizes.Channels(128), sizes.Channels(64)),                   //  64 × H/4 × W/4
            Blocks.Convolution(sizes.Channels(64), sizes.Channels(64)),                    //  64 × H/4 × W/4
            Upsample(scale_factor: [2, 2], mode: UpsampleMode.Nearest),                    //  64 × H/2 × W/2
            Blocks.Convolution(sizes.Channels(64), sizes.Channels(32)),                    //  32 × H/2 × W/2
            Conv2d(sizes.Channels(32), 2, kernel_size: 3, padding: 1),                     //   2 × H/2 × W/2
            Sigmoid());
        RegisterComponents();
    }

    /// <param name="fused">N×256×H/8×W/8.</param>
    /// <returns>N×2×H/2×W/2, 0..1.</returns>
    public override Tensor forward(Tensor fused) => layers.forward(fused);
}
