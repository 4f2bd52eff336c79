using static Colorist.Modelling.LayerPlan;

namespace Colorist.Modelling;

/// <summary>The layers of the paper's network.</summary>
internal static class NetworkLayers
{
    /// <summary>
    /// Every layer in the order in which the network's parts are declared; without the global and class layers in the
    /// baseline.
    /// </summary>
    public static IReadOnlyList<LayerPlan> Of(NetworkSizes sizes) => sizes.Global
        ? [.. Low(sizes), .. Global(sizes), .. Local(sizes), .. sizes.Classes > 0 ? Class(sizes) : []]
        : [.. Low(sizes), .. Local(sizes)];

    private static IEnumerable<LayerPlan> Low(NetworkSizes sizes) =>
    [
        Convolution("low.0", 1, sizes.Channels(64), stride: 2),
        Convolution("low.1", sizes.Channels(64), sizes.Channels(128)),
        Convolution("low.2", sizes.Channels(128), sizes.Channels(128), stride: 2),
        Convolution("low.3", sizes.Channels(128), sizes.Channels(256)),
        Convolution("low.4", sizes.Channels(256), sizes.Channels(256), stride: 2),
        Convolution("low.5", sizes.Channels(256), sizes.Channels(512)),
    ];

    private static IEnumerable<LayerPlan> Global(NetworkSizes sizes) =>
    [
        Convolution("global.0", sizes.Channels(512), sizes.Channels(512), stride: 2),
        Convolution("global.1", sizes.Channels(512), sizes.Channels(512)),
        Convolution("global.2", sizes.Channels(512), sizes.Channels(512), stride: 2),
        Convolution("global.3", sizes.Channels(512), sizes.Channels(512)),
        FullyConnected("global.fc.0", sizes.Channels(512) * sizes.GlobalGrid * sizes.GlobalGrid, sizes.Channels(1024)),
        FullyConnected("global.fc.1", sizes.Channels(1024), sizes.Channels(512)),
        FullyConnected("global.fc.2", sizes.Channels(512), sizes.GlobalFeatures),
    ];

    private static IEnumerable<LayerPlan> Local(NetworkSizes sizes) =>
    [
        Convolution("mid.0", sizes.Channels(512), sizes.Channels(512)),
        Convolution("mid.1", sizes.Channels(512), sizes.Channels(256)),
        .. sizes.Context ? Context(sizes) : [],
        Convolution("fusion", sizes.FusionInputs, sizes.Channels(256), kernel: sizes.FusionKernel),
        Convolution("color.0", sizes.Channels(256), sizes.Channels(128)),
        Convolution("color.1", sizes.Channels(128) + (sizes.Skips ? sizes.Channels(256) : 0), sizes.Channels(64)),
        Convolution("color.2", sizes.Channels(64), sizes.Channels(64)),
        Convolution("color.3", sizes.Channels(64) + (sizes.Skips ? sizes.Channels(128) : 0), sizes.LastChannels),
        sizes.Output == ColorOutput.Sigmoid
            ? Convolution("color.4", sizes.LastChannels, 2)
            : Convolution("color.4", sizes.LastChannels, ColorBins.Count, kernel: 1),
    ];

    private static IEnumerable<LayerPlan> Context(NetworkSizes sizes) =>
    [
        Convolution("context.0", sizes.Channels(512), sizes.Channels(512), stride: 2),
        Convolution("context.1", sizes.Channels(512), sizes.Channels(512)),
        Convolution("context.2", sizes.Channels(512), sizes.Channels(512), stride: 2),
        Convolution("context.3", sizes.Channels(512), sizes.Channels(512)),
        Convolution("context.4", sizes.Channels(512), sizes.Channels(512)),
        Convolution("context.5", 2 * sizes.Channels(512), sizes.Channels(256)),
    ];

    private static IEnumerable<LayerPlan> Class(NetworkSizes sizes) =>
    [
        FullyConnected("class.0", sizes.Channels(512), sizes.Channels(256)),
        FullyConnected("class.1", sizes.Channels(256), sizes.Classes),
    ];
}
