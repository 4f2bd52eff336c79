using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>Classification: the scene label, which teaches the global features what a scene is.</summary>
internal sealed class ResNetClassification : Module<Tensor, Tensor>
{
    private readonly Weighted first;
    private readonly Weighted last;

    public ResNetClassification(ResNetSizes sizes) : base(nameof(ResNetClassification))
    {
        first = Weighted.FullyConnected(sizes.Channels(512), sizes.Channels(256), hasBias: true);  // 256
        last = Weighted.FullyConnected(sizes.Channels(256), sizes.Classes, hasBias: true);         // N classes
        RegisterComponents();
    }

    /// <param name="shared">N×512, the first fully connected layer of the global features.</param>
    /// <returns>N×classes, logits.</returns>
    public override Tensor forward(Tensor shared) => last.forward(first.forward(shared).relu_());
}
