using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// The network of Iizuka, Simo-Serra and Ishikawa (2016): global and local features, joined in a fusion layer.
/// </summary>
public sealed class ColorizationNetwork : ColorNetwork
{
    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar InputScale = Scaling.InputScale;
    private static readonly Scalar InputMean = Scaling.InputMean;
    private static readonly Scalar ChromaSpan = 2 * Scaling.ChromaRange;
    private static readonly Scalar ChromaRange = Scaling.ChromaRange;

    private readonly LowLevelFeatures lowLevel;
    private readonly GlobalFeatures? global;
    private readonly MidLevelFeatures midLevel;
    private readonly ContextFeatures? context;
    private readonly FusionLayer fusion;
    private readonly ColorizationLayers colorization;
    private readonly ClassificationLayers? classification;
    private Scalar temperature = 1;

    /// <summary>A network with fresh random weights, drawn from Torch's generator.</summary>
    public ColorizationNetwork(NetworkSizes sizes) : base(nameof(ColorizationNetwork))
    {
        Sizes = sizes;
        lowLevel = new LowLevelFeatures(sizes);
        global = sizes.Global ? new GlobalFeatures(sizes) : null;
        midLevel = new MidLevelFeatures(sizes);
        context = sizes.Context ? new ContextFeatures(sizes) : null;
        fusion = new FusionLayer(sizes);
        colorization = new ColorizationLayers(sizes);
        classification = sizes.Global ? new ClassificationLayers(sizes) : null;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override INetworkSizes Sizes { get; }

    /// <summary>
    /// Temperature T of the annealed mean over <see cref="ColorOutput.Bins"/>, above 0, 1 by default: 1 gives the mean,
    /// livelier colours as it falls, the likeliest bin near 0. Without bins it means nothing.
    /// </summary>
    public double Temperature
    {
        get;
        set => temperature = field = value;
    } = 1;

    /// <summary>
    /// Looks at pictures that are their own global copy, as training does: the low-level features run once for both
    /// branches.
    /// </summary>
    /// <param name="lightness">N×1×S×S, L* 0..100; S is a multiple of 8.</param>
    /// <returns>
    /// What the last layer says, for <see cref="Chroma"/>, and scene logits N×classes (null in the baseline).
    /// </returns>
    public override (Tensor Output, Tensor? SceneLogits) forward(Tensor lightness)
    {
        var low = lowLevel.forward(ToInput(lightness).to(Arithmetic));                  // N × 512 × S/8 × S/8
        if (global is null) return (Local(low, null), null);
        var (scene, shared) = global.forward(low.Eighth);                // N × 256, N × 512
        return (Local(low, scene), classification!.forward(shared).to(ScalarType.Float32));
    }

    /// <summary>The colour that the last layer's words amount to.</summary>
    /// <param name="output">N×2×h×w in 0..1, or N×bins×h×w, logits.</param>
    /// <returns>N×2×h×w, real a*b*.</returns>
    public override Tensor Chroma(Tensor output)
    {
        if (output.shape[1] != ColorBins.Count) return output.mul(ChromaSpan).sub(ChromaRange);
        var probabilities = output.div(temperature).softmax(dim: 1);
        return WholeBlocks.Convolution(probabilities,
            tensor(ColorBins.Colors, [2, ColorBins.Count, 1, 1], device: output.device), bias: null, stride: 1);
    }

    /// <inheritdoc/>
    public override Tensor Predict(Tensor lightness, Tensor? scene) =>
        Chroma(Local(lowLevel.forward(ToInput(lightness)), scene));

    /// <inheritdoc/>
    public override (Tensor Scene, Tensor SceneLogits) Describe(Tensor lightness)
    {
        if (global is null) throw Baseline();
        var (scene, shared) = global.forward(lowLevel.forward(ToInput(lightness)).Eighth);
        return (scene, classification!.forward(shared));
    }

    private static Tensor ToInput(Tensor lightness) => lightness.mul(InputScale).sub(InputMean);

    private Tensor Local(LowLevelMaps low, Tensor? scene) =>
        colorization.forward(fusion.forward(midLevel.forward(low.Eighth), scene, context?.forward(low.Eighth)), low);
}
