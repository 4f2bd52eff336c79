using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>Low-level features: six convolutions whose weights the global and the local branch share.</summary>
internal sealed class LowLevelFeatures : Module<Tensor, LowLevelMaps>
{
    private readonly Module<Tensor, Tensor> first;
    private readonly Sequential layers;

    public LowLevelFeatures(NetworkSizes sizes) : base(nameof(LowLevelFeatures))
    {
        first = Blocks.Convolution(1, sizes.Channels(64), stride: 2);                 //  64 × H/2 × W/2
        layers = Sequential(
            Blocks.Convolution(sizes.Channels(64), sizes.Channels(128)),              // 128 × H/2 × W/2
            Blocks.Convolution(sizes.Channels(128), sizes.Channels(128), stride: 2),  // 128 × H/4 × W/4
            Blocks.Convolution(sizes.Channels(128), sizes.Channels(256)),             // 256 × H/4 × W/4
            Blocks.Convolution(sizes.Channels(256), sizes.Channels(256), stride: 2),  // 256 × H/8 × W/8
            Blocks.Convolution(sizes.Channels(256), sizes.Channels(512)));            // 512 × H/8 × W/8
        RegisterComponents();
    }

    /// <param name="picture">N×1×H×W, network input.</param>
    public override LowLevelMaps forward(Tensor picture)
    {
        var half = layers[0].call(Blocks.ChannelsLast(first.forward(picture)));
        var quarter = layers[2].call(layers[1].call(half));
        return new LowLevelMaps(half, quarter, layers[4].call(layers[3].call(quarter)));
    }
}
