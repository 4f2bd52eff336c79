using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>Classification: the scene label, which teaches the global features what a scene is.</summary>
internal sealed class ClassificationLayers : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers;

    public ClassificationLayers(NetworkSizes sizes) : base(nameof(ClassificationLayers))
    {
        layers = Sequential(
            Blocks.FullyConnected(sizes.Channels(512), sizes.Channels(256)),  // 256
            Weighted.FullyConnected(sizes.Channels(256), sizes.Classes, hasBias: true)); // N classes
        RegisterComponents();
    }

    /// <param name="shared">N×512, the second fully connected layer of the global features.</param>
    /// <returns>N×classes, logits.</returns>
    public override Tensor forward(Tensor shared) => layers.forward(shared);
}
