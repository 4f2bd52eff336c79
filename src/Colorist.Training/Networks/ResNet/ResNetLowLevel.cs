using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// Low-level features: the first layers of the trunk, whose weights the global and the local path share.
/// </summary>
internal sealed class ResNetLowLevel : Module<Tensor, (Tensor Half, Tensor Quarter)>
{
    private readonly Weighted stem;
    private readonly Sequential layer1;

    /// <param name="sizes">Of the network.</param>
    /// <param name="inputs">1 for lightness, 3 for blue, green and red.</param>
    public ResNetLowLevel(ResNetSizes sizes, int inputs = 1) : base(nameof(ResNetLowLevel))
    {
        var channels = sizes.Channels(64);
        stem = Weighted.Convolution(inputs, channels, kernel: 7, stride: 2, hasBias: true);  // 64 × H/2 × W/2
        layer1 = Sequential(                                                            // 64 × H/4 × W/4
            new ResidualBlock(channels, channels),
            new ResidualBlock(channels, channels));
        RegisterComponents();
    }

    /// <param name="picture">N×inputs×H×W, network input.</param>
    /// <returns>N×64×H/2×W/2 and N×64×H/4×W/4.</returns>
    public override (Tensor Half, Tensor Quarter) forward(Tensor picture)
    {
        var half = Blocks.ChannelsLast(stem.forward(picture).relu_());
        return (half, layer1.forward(functional.max_pool2d(half, kernel_size: 3, stride: 2, padding: 1)));
    }
}
