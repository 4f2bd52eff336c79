using static Colorist.Modelling.LayerPlan;

namespace Colorist.Modelling;

/// <summary>
/// The layers of the ResNet-18 family by the names that they have in its file of weights, in the order in which the
/// network's parts declare them.
/// </summary>
internal static class ResNetLayers
{
    /// <summary>Every layer; without the global, class and palette layers in the baseline.</summary>
    public static IReadOnlyList<LayerPlan> Of(ResNetSizes sizes) =>
    [
        .. Trunk(sizes),
        .. sizes.Global ? Global(sizes) : [],
        .. MidLevelUp(sizes),
        .. Fusion(sizes),
        .. Colorization(sizes),
    ];

    /// <summary>The layers that a pretrained ResNet-18 has too.</summary>
    public static IReadOnlyList<LayerPlan> Trunk(ResNetSizes sizes) =>
    [
        Convolution("trunk.stem", 1, sizes.Channels(64), kernel: 7, stride: 2),
        .. Blocks("trunk.layer1", 2, sizes.Channels(64), sizes.Channels(64)),
        .. Blocks("trunk.layer2", 2, sizes.Channels(64), sizes.Channels(128)),
        .. Blocks("trunk.layer3", 2, sizes.Channels(128), sizes.Channels(256)),
        .. Blocks("trunk.layer4", 3, sizes.Channels(256), sizes.Channels(512)),
    ];

    private static IEnumerable<LayerPlan> Blocks(string layer, int count, int inputs, int outputs) =>
        Enumerable.Range(0, count)
            .SelectMany(block => Block($"{layer}.{block}", block == 0 ? inputs : outputs, outputs));

    private static IEnumerable<LayerPlan> Block(string block, int inputs, int outputs)
    {
        var stride = inputs == outputs ? 1 : 2;
        yield return Convolution($"{block}.conv1", inputs, outputs, stride: stride);
        yield return Convolution($"{block}.conv2", outputs, outputs);
        if (inputs != outputs) yield return Convolution($"{block}.down", inputs, outputs, kernel: 1, stride: stride);
    }

    private static IEnumerable<LayerPlan> Global(ResNetSizes sizes) =>
    [
        FullyConnected("shared.0", sizes.Channels(512), sizes.Channels(512)),
        FullyConnected("scene", sizes.Channels(512), sizes.GlobalFeatures),
        FullyConnected("classify.0", sizes.Channels(512), sizes.Channels(256)),
        FullyConnected("classify.2", sizes.Channels(256), sizes.Classes),
        FullyConnected("palette.0", ResNetSizes.PaletteNumbers, sizes.Channels(256)),
        FullyConnected("palette.2", sizes.Channels(256), sizes.GlobalFeatures),
    ];

    private static IEnumerable<LayerPlan> MidLevelUp(ResNetSizes sizes) =>
    [
        Convolution("mid32.0", sizes.Channels(512), sizes.Channels(256)),
        Convolution("mid16.layers.0", sizes.Channels(256) + sizes.Channels(256), sizes.Channels(256)),
        Convolution("mid8.layers.0", sizes.Channels(256) + sizes.Channels(128), sizes.Channels(256)),
    ];

    private static IEnumerable<LayerPlan> Fusion(ResNetSizes sizes) =>
    [
        Convolution("fuse_mid", sizes.Channels(256), sizes.Channels(256), kernel: 1),
        .. sizes.Global ? [Scene(sizes)] : Array.Empty<LayerPlan>(),
    ];

    private static LayerPlan Scene(ResNetSizes sizes) =>
        FullyConnected("fuse_scene", sizes.GlobalFeatures, sizes.Channels(256));

    private static IEnumerable<LayerPlan> Colorization(ResNetSizes sizes) =>
    [
        Convolution("color8.0", sizes.Channels(256), sizes.Channels(160)),
        Convolution("color4.layers.0", sizes.Channels(160) + sizes.Channels(64), sizes.Channels(96)),
        Convolution("color4.layers.3", sizes.Channels(96), sizes.Channels(96)),
        Convolution("skip2.0", sizes.Channels(64), sizes.Channels(32), kernel: 1),
        Convolution("color2.layers.0", sizes.Channels(96) + sizes.Channels(32), sizes.Channels(48)),
        Convolution("out", sizes.Channels(48), 2),
    ];
}
