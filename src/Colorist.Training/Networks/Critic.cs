using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// Tells true colours from made ones, place by place: on four maps of a trunk that knows pictures, and on the pixels.
/// </summary>
internal sealed class Critic : Module<Tensor, ResNetMaps, Tensor[]>
{
    // About the size of the numbers in the trunk's maps, from near to far, so that all weigh alike.
    private static readonly TorchSharp.Scalar[] Sizes = [3.0, 1.5, 1.0, 1.5];
    private static readonly TorchSharp.Scalar Two = 2;
    private static readonly TorchSharp.Scalar One = 1;

    private readonly ModuleList<Module<Tensor, Tensor>> heads;
    private readonly Sequential pixels;

    /// <param name="sizes">Of the trunk.</param>
    public Critic(ResNetSizes sizes) : base(nameof(Critic))
    {
        int[] channels = [sizes.Channels(64), sizes.Channels(128), sizes.Channels(256), sizes.Channels(512)];
        heads = new([.. channels.Select(inputs => Head(inputs, sizes.Channels(128)))]);
        var (first, second, third) = (sizes.Channels(64), sizes.Channels(128), sizes.Channels(256));
        pixels = Sequential(
            Convolution(3, first, 4, stride: 2), new LeakyRelu(),        // 64 × H/2 × W/2
            Convolution(first, second, 4, stride: 2), new LeakyRelu(),   // 128 × H/4 × W/4
            Convolution(second, third, 4, stride: 2), new LeakyRelu(),   // 256 × H/8 × W/8
            Convolution(third, third, 4), new LeakyRelu(),               // 256 × H/8−1 × W/8−1
            Convolution(third, 1, 3));                           // 1 × H/8−1 × W/8−1
        RegisterComponents();
    }

    /// <param name="picture">N×3×H×W, red, green and blue of sRGB, 0..1.</param>
    /// <param name="maps">Of the same picture.</param>
    /// <returns>Five maps, N×1×h×w: above 0 where the colours seem true.</returns>
    public override Tensor[] forward(Tensor picture, ResNetMaps maps)
    {
        Tensor[] features = [maps.Quarter, maps.Eighth, maps.Sixteenth, maps.ThirtySecond];
        return
        [
            .. heads.Select((head, i) => head.forward(features[i].div(Sizes[i]))),
            pixels.forward(picture.mul(Two).sub(One)),
        ];
    }

    private static Sequential Head(int inputs, int channels) => Sequential(
        Convolution(inputs, channels, 1), new LeakyRelu(),
        Convolution(channels, channels, 3), new LeakyRelu(),
        Convolution(channels, 1, 1));

    private static SpectralConvolution Convolution(int inputs, int outputs, int kernel, int stride = 1) =>
        new(inputs, outputs, kernel, stride);
}
