namespace Colorist.Modelling;

/// <summary>
/// A network of one family, as large as its sizes say: which layers it has, and how a model of it meets pictures.
/// </summary>
public interface INetworkSizes
{
    /// <summary>Name of the family, for <see cref="ModelCard.Family"/>.</summary>
    string Family { get; }

    /// <summary>Factor on every number of channels, 1/16..1.</summary>
    double Width { get; }

    /// <summary>Number of scene labels.</summary>
    int Classes { get; }

    /// <summary>True if it has a global part; false for a baseline.</summary>
    bool HasGlobal { get; }

    /// <summary>Side in pixels of the square copy that the global part sees.</summary>
    int GlobalSide { get; }

    /// <summary>Length of the scene vector.</summary>
    int GlobalFeatures { get; }

    /// <summary>How many numbers a palette has; 0 for a network that takes none.</summary>
    int PaletteLength { get; }

    /// <summary>What a* and b* stay within, on both sides of 0.</summary>
    float ChromaRange { get; }

    /// <summary>How the local part meets pictures.</summary>
    NetworkShape Shape { get; }

    /// <summary>
    /// Every layer, in the order in which the network's parts are declared; a baseline lacks those of the global part.
    /// </summary>
    IReadOnlyList<LayerPlan> Layers { get; }
}
