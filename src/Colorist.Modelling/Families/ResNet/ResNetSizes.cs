namespace Colorist.Modelling;

/// <summary>The sizes of a network of the ResNet-18 family; its parts and their order are always the same.</summary>
public sealed record ResNetSizes : INetworkSizes
{
    /// <summary>
    /// Length of a palette: the shares of 11×11 soft bins of a*b*, square roots of them, then mean and standard
    /// deviation of chroma, each divided by 40.
    /// </summary>
    public const int PaletteNumbers = 11 * 11 + 2;

    /// <summary>
    /// Pixels around a place that its colour depends on, rounded up to a multiple of 32. On the way down: the stem 3,
    /// the pooling 2, then
    /// 4 convolutions at 4 pixels, 4 + 3·8, 8 + 3·16 and 16 + 5·32, together 281; on the way up 32, 16, 8 and 8, 2·4, 2
    /// and 2: together 357.
    /// </summary>
    private const int Margin = 384;

    /// <summary>Number of scene labels.</summary>
    public required int Classes { get; init; }

    /// <summary>
    /// Side in pixels of the square copy that the global part sees, a multiple of 32; 144 by default.
    /// </summary>
    public int GlobalSide { get; init; } = 144;

    /// <summary>Factor on every number of channels, 1/16..1; 1 by default, which the pretrained trunk needs.</summary>
    public double Width { get; init; } = 1;

    /// <summary>False gives the baseline: the local path alone, without scene and palette.</summary>
    public bool Global { get; init; } = true;

    /// <summary>Length of the scene vector: 256 at full width.</summary>
    public int GlobalFeatures => Channels(256);

    /// <summary>The layers that a pretrained ResNet-18 has too.</summary>
    public IReadOnlyList<LayerPlan> TrunkLayers() => ResNetLayers.Trunk(this);

    string INetworkSizes.Family => "resnet18";

    bool INetworkSizes.HasGlobal => Global;

    int INetworkSizes.PaletteLength => PaletteNumbers;

    float INetworkSizes.ChromaRange => ResNetScaling.ChromaRange;

    NetworkShape INetworkSizes.Shape =>
        new(Divides: 32, ChromaDivides: 2, FixedSide: null, Margin, TakesScene: Global, NetworkInput.Lightness);

    IReadOnlyList<LayerPlan> INetworkSizes.Layers => ResNetLayers.Of(this);

    /// <summary>The network that is shipped: 100 scenes, 20.6 million weights.</summary>
    public static ResNetSizes Full { get; } = new() { Classes = 100 };

    /// <summary>As small as the parts allow, for tests.</summary>
    public static ResNetSizes Tiny { get; } = new() { Classes = 3, GlobalSide = 64, Width = 1.0 / 16 };

    /// <summary>The number of channels at full width times <see cref="Width"/>.</summary>
    public int Channels(int full) => (int)Math.Round(full * Width);
}
