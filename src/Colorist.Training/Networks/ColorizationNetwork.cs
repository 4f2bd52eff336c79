using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training.Networks;

/// <summary>The network of Iizuka, Simo-Serra and Ishikawa (2016): global and local features, joined in a fusion layer.</summary>
public sealed class ColorizationNetwork : Module<Tensor, (Tensor Chroma, Tensor? SceneLogits)>
{
    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar InputScale = Scaling.InputScale;
    private static readonly Scalar InputMean = Scaling.InputMean;
    private static readonly Scalar ChromaSpan = 2 * Scaling.ChromaRange;
    private static readonly Scalar ChromaRange = Scaling.ChromaRange;

    private readonly LowLevelFeatures lowLevel;
    private readonly GlobalFeatures? global;
    private readonly MidLevelFeatures midLevel;
    private readonly FusionLayer fusion;
    private readonly ColorizationLayers colorization;
    private readonly ClassificationLayers? classification;

    /// <summary>A network with fresh random weights, drawn from Torch's generator.</summary>
    public ColorizationNetwork(NetworkSizes sizes) : base(nameof(ColorizationNetwork))
    {
        Sizes = sizes;
        lowLevel = new LowLevelFeatures(sizes);
        global = sizes.Global ? new GlobalFeatures(sizes) : null;
        midLevel = new MidLevelFeatures(sizes);
        fusion = new FusionLayer(sizes);
        colorization = new ColorizationLayers(sizes);
        classification = sizes.Global ? new ClassificationLayers(sizes) : null;
        RegisterComponents();
    }

    /// <summary>The sizes that it was made with.</summary>
    public NetworkSizes Sizes { get; }

    /// <summary>Colours pictures that are their own global copy: the low-level features run once for both branches.</summary>
    /// <param name="lightness">N×1×S×S, L* 0..100; S is a multiple of 8.</param>
    /// <returns>Chroma N×2×S/2×S/2 in real a*b*, and scene logits N×classes (null in the baseline).</returns>
    public override (Tensor Chroma, Tensor? SceneLogits) forward(Tensor lightness)
    {
        var low = lowLevel.forward(ToInput(lightness));                        // N × 512 × S/8 × S/8
        if (global is null) return (ToChroma(midLevel.forward(low), null), null);
        var (scene, shared) = global.forward(low);                             // N × 256, N × 512
        var chroma = ToChroma(midLevel.forward(low), scene);                   // N × 2 × S/2 × S/2
        return (chroma, classification!.forward(shared));
    }

    /// <summary>Colours pictures of any size, with the scene that <see cref="Describe"/> found in a copy.</summary>
    /// <param name="lightness">N×1×H×W, L* 0..100; H and W are multiples of 8.</param>
    /// <param name="scene">N×256, or null in the baseline.</param>
    /// <returns>N×2×H/2×W/2, real a*b*.</returns>
    public Tensor Predict(Tensor lightness, Tensor? scene) =>
        ToChroma(midLevel.forward(lowLevel.forward(ToInput(lightness))), scene);

    /// <summary>Finds the scene of square copies.</summary>
    /// <param name="lightness">N×1×S×S, L* 0..100, S = <see cref="NetworkSizes.GlobalSide"/>, or another side that it was trained with.</param>
    /// <returns>The scene vector, N×256, and the scene logits, N×classes.</returns>
    /// <exception cref="InvalidOperationException">The baseline has no global features.</exception>
    public (Tensor Scene, Tensor SceneLogits) Describe(Tensor lightness)
    {
        if (global is null) throw new InvalidOperationException("This network was made without global features.");
        var (scene, shared) = global.forward(lowLevel.forward(ToInput(lightness)));
        return (scene, classification!.forward(shared));
    }

    private static Tensor ToInput(Tensor lightness) => lightness.mul(InputScale).sub(InputMean);

    private Tensor ToChroma(Tensor mid, Tensor? scene) =>
        colorization.forward(fusion.forward(mid, scene)).mul(ChromaSpan).sub(ChromaRange);
}
