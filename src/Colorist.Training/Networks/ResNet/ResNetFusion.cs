using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// Fusion layer: the scene vector joins the mid-level features at every place of the picture. The paper's formula,
/// ReLU(b + W [global; mid]), with the two halves
/// of W kept apart: the global one is worked out once for the picture.
/// </summary>
internal sealed class ResNetFusion : Module<Tensor, Tensor?, Tensor>
{
    private readonly Weighted mid;
    private readonly Weighted? scene;
    private readonly Module<Tensor, Tensor> drop = Dropout(0.1);

    public ResNetFusion(ResNetSizes sizes) : base(nameof(ResNetFusion))
    {
        var channels = sizes.Channels(256);
        mid = Weighted.Convolution(channels, channels, kernel: 1, hasBias: true);           // 256 × H/8 × W/8
        if (sizes.Global)
            scene = Weighted.FullyConnected(sizes.GlobalFeatures, channels, hasBias: true);  // 256
        RegisterComponents();
    }

    /// <param name="midLevel">N×256×H/8×W/8.</param>
    /// <param name="vector">
    /// N×256, the scene vector and what a palette adds to it; the baseline does not look at it.
    /// </param>
    /// <returns>N×256×H/8×W/8.</returns>
    public override Tensor forward(Tensor midLevel, Tensor? vector)
    {
        var places = mid.forward(midLevel);
        if (scene is null) return places.relu_();
        ArgumentNullException.ThrowIfNull(vector);
        var everywhere = scene.forward(drop.forward(vector)).unsqueeze(-1).unsqueeze(-1);  // N × 256 × 1 × 1
        return places.add(everywhere).relu_();
    }
}
