using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>Global features: one vector that says what kind of picture this is.</summary>
internal sealed class GlobalFeatures : Module<Tensor, (Tensor Scene, Tensor Shared)>
{
    private readonly Module<Tensor, Tensor> convolutions;
    private readonly Module<Tensor, Tensor> grid;
    private readonly Module<Tensor, Tensor> shared;
    private readonly Module<Tensor, Tensor> last;

    public GlobalFeatures(NetworkSizes sizes) : base(nameof(GlobalFeatures))
    {
        var channels = sizes.Channels(512);
        convolutions = Sequential(
            Blocks.Convolution(channels, channels, stride: 2),  // 512 × 14 × 14 for a side of 224
            Blocks.Convolution(channels, channels),             // 512 × 14 × 14
            Blocks.Convolution(channels, channels, stride: 2),  // 512 ×  7 ×  7
            Blocks.Convolution(channels, channels));            // 512 ×  7 ×  7

        // Changes nothing at the network's own side; it lets one set of weights train on pictures of growing size.
        grid = AdaptiveAvgPool2d([sizes.GlobalGrid, sizes.GlobalGrid]);

        shared = Sequential(
            Flatten(),
            Blocks.FullyConnected(channels * sizes.GlobalGrid * sizes.GlobalGrid, sizes.Channels(1024)),
            Blocks.FullyConnected(sizes.Channels(1024), sizes.Channels(512)));
        last = Blocks.FullyConnected(sizes.Channels(512), sizes.GlobalFeatures);
        RegisterComponents();
    }

    /// <param name="lowLevel">N×512×S/8×S/8, low-level features of the square copy.</param>
    /// <returns>The scene vector, N×256, and the vector that classification shares, N×512.</returns>
    public override (Tensor Scene, Tensor Shared) forward(Tensor lowLevel)
    {
        var vector = shared.forward(grid.forward(convolutions.forward(lowLevel)));
        return (last.forward(vector), vector);
    }
}
