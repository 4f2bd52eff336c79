using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>Palette: the colours that a picture shall have, made a change of its scene vector.</summary>
internal sealed class PaletteInput : Module<Tensor, Tensor>
{
    private readonly Weighted first;
    private readonly Weighted last;

    public PaletteInput(ResNetSizes sizes) : base(nameof(PaletteInput))
    {
        first = Weighted.FullyConnected(ResNetSizes.PaletteNumbers, sizes.Channels(256), hasBias: true);  // 256
        last = Weighted.FullyConnected(sizes.Channels(256), sizes.GlobalFeatures, hasBias: true);        // 256
        RegisterComponents();
    }

    /// <param name="palette">N×123, see <see cref="ResNetSizes.PaletteNumbers"/>.</param>
    /// <returns>N×256, to be added to the scene vector; a picture without a palette gets nothing added.</returns>
    public override Tensor forward(Tensor palette) => last.forward(first.forward(palette).relu_());

    /// <summary>Makes every palette add nothing, as at the beginning of a training run.</summary>
    public void AddNothing()
    {
        using var noGradients = no_grad();
        last.Weight.zero_();
        last.Bias!.zero_();
    }
}
