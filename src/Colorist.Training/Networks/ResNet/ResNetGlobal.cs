using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>Global features: one vector that says what kind of picture this is.</summary>
internal sealed class ResNetGlobal : Module<Tensor, (Tensor Scene, Tensor Shared)>
{
    private readonly Weighted shared;
    private readonly Weighted scene;

    public ResNetGlobal(ResNetSizes sizes) : base(nameof(ResNetGlobal))
    {
        shared = Weighted.FullyConnected(sizes.Channels(512), sizes.Channels(512), hasBias: true);  // 512
        scene = Weighted.FullyConnected(sizes.Channels(512), sizes.GlobalFeatures, hasBias: true);  // 256
        RegisterComponents();
    }

    /// <param name="thirtySecond">N×512×S/32×S/32, the trunk's last map of the square copy.</param>
    /// <returns>The scene vector, N×256, and the vector that classification shares, N×512.</returns>
    public override (Tensor Scene, Tensor Shared) forward(Tensor thirtySecond)
    {
        var vector = shared.forward(thirtySecond.mean([2, 3])).relu_();
        return (scene.forward(vector), vector);
    }
}
