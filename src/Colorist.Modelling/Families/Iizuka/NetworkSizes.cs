using System.Text.Json.Serialization;

namespace Colorist.Modelling;

/// <summary>
/// The sizes of a colorization network, and where it may differ from the paper's; its parts and their order are always
/// the same.
/// </summary>
public sealed record NetworkSizes : INetworkSizes
{
    /// <summary>Number of scene labels; 205 in the paper, 0 for a network that names none.</summary>
    public required int Classes { get; init; }

    /// <summary>
    /// Side in pixels of the square copy that the global branch sees, a multiple of 8; 224 in the paper.
    /// </summary>
    public int GlobalSide { get; init; } = 224;

    /// <summary>Factor on every number of channels, 1/16..1; 1 in the paper.</summary>
    public double Width { get; init; } = 1;

    /// <summary>Kernel side of the fusion layer, 1 (paper) or 3 (the authors' released weights).</summary>
    public int FusionKernel { get; init; } = 1;

    /// <summary>False gives the paper's baseline: the local path alone, without scene.</summary>
    public bool Global { get; init; } = true;

    /// <summary>What the last layer says; the paper's is <see cref="ColorOutput.Sigmoid"/>.</summary>
    public ColorOutput Output { get; init; } = ColorOutput.Sigmoid;

    /// <summary>
    /// True hands low-level features of half and quarter size on to the colorization layers, which the paper does not.
    /// </summary>
    public bool Skips { get; init; }

    /// <summary>True gives the fusion layer features of a wider context as well, which the paper does not.</summary>
    public bool Context { get; init; }

    /// <summary>
    /// The mean that is taken from the picture's luma, 0..1, to be the network's input, as in the authors' released
    /// networks; null, the default, for networks that take L*. No part of a recipe.
    /// </summary>
    [JsonIgnore]
    public float? LumaMean { get; init; }

    string INetworkSizes.Family => "iizuka";

    bool INetworkSizes.HasGlobal => Global;

    int INetworkSizes.PaletteLength => 0;

    float INetworkSizes.ChromaRange => Scaling.ChromaRange;

    NetworkShape INetworkSizes.Shape => NetworkShape.Paper with { Margin = Reach, TakesScene = Global };

    IReadOnlyList<LayerPlan> INetworkSizes.Layers => NetworkLayers.Of(this);

    /// <summary>
    /// Pixels around a place that its colour depends on, rounded up to what the local network divides sides by. A 3×3
    /// convolution looks one point far, which is 1, 2, 4 or 8 pixels, together 57, or 65 with a fusion of 3×3; in the
    /// context 16 and 32 pixels, together 189.
    /// </summary>
    public int Reach => Context ? 224 : 72;

    /// <summary>Channels that the fusion layer joins: the scene's, the mid-level features', the context's.</summary>
    public int FusionInputs => (Global ? GlobalFeatures : 0) + Channels(256) + (Context ? Channels(256) : 0);

    /// <summary>Number of global features: 256 in the paper.</summary>
    public int GlobalFeatures => Channels(256);

    /// <summary>Side of the last feature map of the global branch: 7 for 224 pixels.</summary>
    public int GlobalGrid => (GlobalSide / 8 + 3) / 4;

    /// <summary>
    /// Channels before the last layer: 32 in the paper, twice as many where it tells over a hundred bins apart.
    /// </summary>
    public int LastChannels => Channels(Output == ColorOutput.Bins ? 64 : 32);

    /// <summary>The paper's network for 205 scenes.</summary>
    public static NetworkSizes Paper { get; } = new() { Classes = 205 };

    /// <summary>
    /// Half of the paper's channels for pictures of about 128 pixels: the size that a desktop processor can train.
    /// </summary>
    public static NetworkSizes Half { get; } = new() { Classes = 100, GlobalSide = 112, Width = 0.5, FusionKernel = 1 };

    /// <summary>As small as the parts allow, for tests.</summary>
    public static NetworkSizes Tiny { get; } = new() { Classes = 3, GlobalSide = 32, Width = 1.0 / 16 };

    /// <summary>The paper's number of channels times <see cref="Width"/>.</summary>
    public int Channels(int paper) => (int)Math.Round(paper * Width);
}
