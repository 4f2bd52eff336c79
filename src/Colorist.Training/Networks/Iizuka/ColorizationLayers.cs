using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>Colorization: from fused features to chroma at half the picture's size.</summary>
internal sealed class ColorizationLayers : Module<Tensor, LowLevelMaps, Tensor>
{
    private readonly NetworkSizes sizes;
    private readonly Sequential layers;

    public ColorizationLayers(NetworkSizes sizes) : base(nameof(ColorizationLayers))
    {
        this.sizes = sizes;
        var skip = sizes.Skips ? 1 : 0;
        layers = Sequential(
            Blocks.Convolution(sizes.Channels(256), sizes.Channels(128)),                          // 128 × H/8 × W/8
            Upsample(scale_factor: [2, 2], mode: UpsampleMode.Nearest),                            // 128 × H/4 × W/4
            Blocks.Convolution(sizes.Channels(128) + skip * sizes.Channels(256), sizes.Channels(64)), //  64 × H/4 × W/4
            Blocks.Convolution(sizes.Channels(64), sizes.Channels(64)),                            //  64 × H/4 × W/4
            Upsample(scale_factor: [2, 2], mode: UpsampleMode.Nearest),                            //  64 × H/2 × W/2
            Blocks.Convolution(sizes.Channels(64) + skip * sizes.Channels(128), sizes.LastChannels), //  32 × H/2 × W/2
            Last(sizes));                                                                          //   2 × H/2 × W/2
        RegisterComponents();
    }

    /// <param name="fused">N×256×H/8×W/8.</param>
    /// <param name="low">Of the same picture.</param>
    /// <returns>N×2×H/2×W/2, 0..1, or N×bins×H/2×W/2, logits.</returns>
    public override Tensor forward(Tensor fused, LowLevelMaps low)
    {
        var quarter = layers[1].call(layers[0].call(fused));
        var half = layers[4].call(layers[3].call(layers[2].call(Beside(quarter, low.Quarter))));
        var output = layers[6].call(layers[5].call(Beside(half, low.Half))).to(ScalarType.Float32);
        return sizes.Output == ColorOutput.Sigmoid ? output.sigmoid() : output;
    }

    private static Weighted Last(NetworkSizes sizes) => sizes.Output == ColorOutput.Sigmoid
        ? Weighted.Convolution(sizes.LastChannels, 2, kernel: 3, hasBias: true)
        : Weighted.Convolution(sizes.LastChannels, ColorBins.Count, kernel: 1, hasBias: true);

    private Tensor Beside(Tensor features, Tensor skipped) => sizes.Skips ? cat([features, skipped], dim: 1) : features;
}
