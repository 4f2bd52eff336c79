using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// Context: what lies around each place, seen in maps of a sixteenth and a thirty-second of the picture's size. Not in
/// the paper, whose places know of the picture only its one scene vector and 57 pixels around them.
/// </summary>
internal sealed class ContextFeatures : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> sixteenth;
    private readonly Module<Tensor, Tensor> thirtySecond;
    private readonly Module<Tensor, Tensor> joined;
    private readonly Module<Tensor, Tensor> upsample = Upsample(scale_factor: [2, 2], mode: UpsampleMode.Nearest);

    public ContextFeatures(NetworkSizes sizes) : base(nameof(ContextFeatures))
    {
        var channels = sizes.Channels(512);
        sixteenth = Sequential(
            Blocks.Convolution(channels, channels, stride: 2),           // 512 × H/16 × W/16
            Blocks.Convolution(channels, channels));                     // 512 × H/16 × W/16
        thirtySecond = Sequential(
            Blocks.Convolution(channels, channels, stride: 2),           // 512 × H/32 × W/32
            Blocks.Convolution(channels, channels),                      // 512 × H/32 × W/32
            Blocks.Convolution(channels, channels));                     // 512 × H/32 × W/32
        joined = Blocks.Convolution(2 * channels, sizes.Channels(256));  // 256 × H/16 × W/16
        RegisterComponents();
    }

    /// <param name="lowLevel">N×512×H/8×W/8.</param>
    /// <returns>N×256×H/8×W/8.</returns>
    public override Tensor forward(Tensor lowLevel)
    {
        var near = sixteenth.forward(lowLevel);
        var far = Upsampled(thirtySecond.forward(near), near);
        return Upsampled(joined.forward(cat([near, far], dim: 1)), lowLevel);
    }

    /// <summary>Twice as large, without the row and the column that are one too many where a side was odd.</summary>
    private Tensor Upsampled(Tensor features, Tensor like) =>
        upsample.forward(features).narrow(2, 0, like.shape[2]).narrow(3, 0, like.shape[3]);
}
