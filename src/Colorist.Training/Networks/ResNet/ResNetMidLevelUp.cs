using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// Mid-level features on the way up: what the coarse maps know of a place's surroundings comes to an eighth of the
/// picture's size.
/// </summary>
internal sealed class ResNetMidLevelUp : Module<ResNetMaps, Tensor>
{
    private readonly Module<Tensor, Tensor> mid32;
    private readonly Module<Tensor, Tensor> mid16;
    private readonly Module<Tensor, Tensor> mid8;
    // whole channels: colours shall not hang on single ones
    private readonly Module<Tensor, Tensor> drop32 = Dropout2d(0.15);
    private readonly Module<Tensor, Tensor> drop8 = Dropout2d(0.05);

    public ResNetMidLevelUp(ResNetSizes sizes) : base(nameof(ResNetMidLevelUp))
    {
        var channels = sizes.Channels(256);
        mid32 = Blocks.Convolution(sizes.Channels(512), channels);            // 256 × H/32 × W/32
        mid16 = Blocks.Convolution(channels + sizes.Channels(256), channels); // 256 × H/16 × W/16
        mid8 = Blocks.Convolution(channels + sizes.Channels(128), channels);  // 256 × H/8 × W/8
        RegisterComponents();
    }

    /// <param name="maps">Of the trunk.</param>
    /// <returns>N×256×H/8×W/8.</returns>
    public override Tensor forward(ResNetMaps maps)
    {
        var far = drop32.forward(mid32.forward(maps.ThirtySecond));
        var nearer = mid16.forward(Enlarged.Beside(far, maps.Sixteenth));
        return drop8.forward(mid8.forward(Enlarged.Beside(nearer, maps.Eighth)));
    }
}
