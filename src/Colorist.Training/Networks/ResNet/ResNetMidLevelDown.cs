using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// Mid-level features on the way down: the rest of the trunk. Each map sees more of the picture around a place than the
/// one before.
/// </summary>
internal sealed class ResNetMidLevelDown : Module<Tensor, (Tensor Eighth, Tensor Sixteenth, Tensor ThirtySecond)>
{
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;

    public ResNetMidLevelDown(ResNetSizes sizes) : base(nameof(ResNetMidLevelDown))
    {
        var (first, second) = (sizes.Channels(64), sizes.Channels(128));
        var (third, fourth) = (sizes.Channels(256), sizes.Channels(512));
        layer2 = Sequential(                                // 128 × H/8 × W/8
            new ResidualBlock(first, second, stride: 2),
            new ResidualBlock(second, second));
        layer3 = Sequential(                                // 256 × H/16 × W/16
            new ResidualBlock(second, third, stride: 2),
            new ResidualBlock(third, third));
        layer4 = Sequential(                                // 512 × H/32 × W/32
            new ResidualBlock(third, fourth, stride: 2),
            new ResidualBlock(fourth, fourth),
            new ResidualBlock(fourth, fourth));             // one more than ResNet-18 has: so was the trunk trained
        RegisterComponents();
    }

    /// <param name="quarter">N×64×H/4×W/4, low level.</param>
    /// <returns>N×128×H/8×W/8, N×256×H/16×W/16 and N×512×H/32×W/32.</returns>
    public override (Tensor Eighth, Tensor Sixteenth, Tensor ThirtySecond) forward(Tensor quarter)
    {
        var eighth = layer2.forward(quarter);
        var sixteenth = layer3.forward(eighth);
        return (eighth, sixteenth, layer4.forward(sixteenth));
    }
}
