using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// Colorization: from fused features to chroma at half the picture's size, along what the low-level features saw there.
/// </summary>
internal sealed class ResNetColorization : Module<Tensor, ResNetMaps, Tensor>
{
    private readonly Module<Tensor, Tensor> color8;
    private readonly Sequential color4;
    private readonly Module<Tensor, Tensor> skip2;
    private readonly Module<Tensor, Tensor> color2;
    private readonly Weighted last;

    public ResNetColorization(ResNetSizes sizes) : base(nameof(ResNetColorization))
    {
        color8 = Blocks.Convolution(sizes.Channels(256), sizes.Channels(160));                     // 160 × H/8 × W/8
        color4 = Sequential(
            Blocks.Convolution(sizes.Channels(160) + sizes.Channels(64), sizes.Channels(96)),      //  96 × H/4 × W/4
            Blocks.Convolution(sizes.Channels(96), sizes.Channels(96)));                           //  96 × H/4 × W/4
        skip2 = Blocks.Convolution(sizes.Channels(64), sizes.Channels(32), kernel: 1);             //  32 × H/2 × W/2
        color2 = Blocks.Convolution(sizes.Channels(96) + sizes.Channels(32), sizes.Channels(48));  //  48 × H/2 × W/2
        last = Weighted.Convolution(sizes.Channels(48), 2, kernel: 3, hasBias: true);              //   2 × H/2 × W/2
        RegisterComponents();
    }

    /// <param name="fused">N×256×H/8×W/8.</param>
    /// <param name="maps">Of the same picture.</param>
    /// <returns>N×2×H/2×W/2, any values: a*b* before the hyperbolic tangent.</returns>
    public override Tensor forward(Tensor fused, ResNetMaps maps)
    {
        var quarter = color4.forward(Enlarged.Beside(color8.forward(fused), maps.Quarter));
        var half = color2.forward(Enlarged.Beside(quarter, skip2.forward(maps.Half)));
        return last.forward(half);
    }

    /// <summary>Makes every colour nearly grey, as at the beginning of a training run.</summary>
    /// <param name="generator">Null for Torch's own.</param>
    public void BeginGrey(Generator? generator)
    {
        using var noGradients = no_grad();
        last.Weight.normal_(0, 0.01, generator);
        last.Bias!.zero_();
    }
}
