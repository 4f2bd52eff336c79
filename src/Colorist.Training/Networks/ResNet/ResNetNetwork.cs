using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Colorist.Training;

/// <summary>
/// The network of Iizuka, Simo-Serra and Ishikawa (2016) around a pretrained trunk: a ResNet-18 that learned from
/// ImageNet stands for the paper's low-level,
/// mid-level and global convolutions; the fusion layer and the joint scene classification are the paper's; a palette
/// may change the scene vector.
/// </summary>
public sealed class ResNetNetwork : ColorNetwork
{
    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar LightnessMean = ResNetScaling.LightnessMean;
    private static readonly Scalar LightnessSpread = ResNetScaling.LightnessSpread;
    private static readonly Scalar ChromaRange = ResNetScaling.ChromaRange;

    private readonly ResNetLowLevel lowLevel;
    private readonly ResNetMidLevelDown midLevelDown;
    private readonly ResNetGlobal? global;
    private readonly ResNetClassification? classification;
    private readonly PaletteInput? palette;
    private readonly ResNetMidLevelUp midLevelUp;
    private readonly ResNetFusion fusion;
    private readonly ResNetColorization colorization;

    /// <summary>A network with fresh random weights, drawn from Torch's generator.</summary>
    public ResNetNetwork(ResNetSizes sizes) : base(nameof(ResNetNetwork))
    {
        Sizes = sizes;
        lowLevel = new ResNetLowLevel(sizes);
        midLevelDown = new ResNetMidLevelDown(sizes);
        global = sizes.Global ? new ResNetGlobal(sizes) : null;
        classification = sizes.Global ? new ResNetClassification(sizes) : null;
        palette = sizes.Global ? new PaletteInput(sizes) : null;
        midLevelUp = new ResNetMidLevelUp(sizes);
        fusion = new ResNetFusion(sizes);
        colorization = new ResNetColorization(sizes);
        RegisterComponents();
        palette?.AddNothing();
        colorization.BeginGrey(generator: null);
    }

    /// <inheritdoc/>
    public override INetworkSizes Sizes { get; }

    /// <summary>Draws all weights anew, as the constructor does, but from a seed.</summary>
    /// <param name="seed">The same seed gives the same weights.</param>
    public override void Draw(int seed)
    {
        using var generator = new Generator(unchecked((ulong)seed));
        FreshWeights.Draw(this, seed);
        palette?.AddNothing();
        colorization.BeginGrey(generator);
    }

    /// <summary>Looks at pictures that are their own global copy: the trunk runs once for both paths.</summary>
    /// <param name="lightness">N×1×S×S, L* 0..100; S is a multiple of 32.</param>
    /// <returns>Real a*b*, N×2×S/2×S/2, and scene logits, N×classes (null in the baseline).</returns>
    public override (Tensor Output, Tensor? SceneLogits) forward(Tensor lightness)
    {
        var maps = Trunk(lightness);                                  // 64 × S/2 × S/2 to 512 × S/32 × S/32
        if (global is null) return (Local(maps, null), null);
        var (scene, shared) = global.forward(maps.ThirtySecond);      // N × 256, N × 512
        return (Local(maps, scene), Logits(shared));
    }

    /// <summary>
    /// Looks at crops with the scenes of the whole pictures, changed by the palettes that are given.
    /// </summary>
    /// <param name="pictures">Without a global copy each crop is its own.</param>
    /// <returns>Real a*b*, N×2×S/2×S/2, and scene logits, N×classes (null in the baseline).</returns>
    public override (Tensor Output, Tensor? SceneLogits) Learn(TrainingPictures pictures)
    {
        var maps = Trunk(pictures.Lightness);                         // 64 × S/2 × S/2 to 512 × S/32 × S/32
        if (global is null) return (Local(maps, null), null);
        var whole = pictures.GlobalLightness is { } copy ? Trunk(copy) : maps;
        var (scene, shared) = global.forward(whole.ThirtySecond);     // N × 256, N × 512
        if (pictures.Palettes is { } palettes)
            scene = scene.add(PaletteVector(palettes.to(Arithmetic)).mul(pictures.HasPalette!.to(Arithmetic)));
        return (Local(maps, scene), Logits(shared));
    }

    /// <inheritdoc/>
    public override bool IsPretrained(string name) =>
        name.StartsWith($"{nameof(lowLevel)}.", StringComparison.Ordinal)
        || name.StartsWith($"{nameof(midLevelDown)}.", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override (Tensor Scene, Tensor SceneLogits) Describe(Tensor lightness)
    {
        if (global is null) throw Baseline();
        var (scene, shared) = global.forward(Trunk(lightness).ThirtySecond);
        return (scene.to(ScalarType.Float32), Logits(shared));
    }

    /// <summary>What palettes add to the scene vector.</summary>
    /// <param name="palettes">N×123, see <see cref="ResNetSizes.PaletteNumbers"/>.</param>
    /// <returns>N×256.</returns>
    /// <exception cref="InvalidOperationException">The baseline has no scene vector.</exception>
    public Tensor PaletteVector(Tensor palettes) => palette?.forward(palettes) ?? throw Baseline();

    /// <inheritdoc/>
    public override Tensor Predict(Tensor lightness, Tensor? scene) => Local(Trunk(lightness), scene);

    private ResNetMaps Trunk(Tensor lightness)
    {
        var input = lightness.sub(LightnessMean).div(LightnessSpread).to(Arithmetic);
        var (half, quarter) = lowLevel.forward(input);
        var (eighth, sixteenth, thirtySecond) = midLevelDown.forward(quarter);
        return new ResNetMaps(half, quarter, eighth, sixteenth, thirtySecond);
    }

    private Tensor Local(ResNetMaps maps, Tensor? scene)
    {
        var places = midLevelUp.forward(maps);                                              // N × 256 × H/8 × W/8
        var output = colorization.forward(fusion.forward(places, scene?.to(Arithmetic)), maps);
        return output.to(ScalarType.Float32).tanh().mul(ChromaRange);                       // N × 2 × H/2 × W/2
    }

    private Tensor Logits(Tensor shared) => classification!.forward(shared).to(ScalarType.Float32);
}
