namespace Colorist;

/// <summary>
/// Says how a palette changes the scene. May be used by several threads at once; its <see cref="Model"/> disposes it.
/// </summary>
public sealed class PaletteNetwork : IDisposable
{
    private readonly OnnxGraph graph;
    private readonly int length;

    internal PaletteNetwork(OnnxGraph graph, ModelCard card)
    {
        this.graph = graph;
        length = card.PaletteLength;
        graph.ExpectLength("vector", card.GlobalFeatures, "global features");
    }

    /// <summary>What a palette adds to the scene vector.</summary>
    /// <param name="palette">As many numbers as the card's <see cref="ModelCard.PaletteLength"/> says.</param>
    /// <returns>As many numbers as a scene vector has, for <see cref="Scene.Plus"/>.</returns>
    /// <exception cref="ArgumentException">The palette has another length.</exception>
    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public float[] Vector(float[] palette)
    {
        ArgumentNullException.ThrowIfNull(palette);
        if (palette.Length != length)
            throw new ArgumentException(
                $"expected a palette of {length} numbers, found {palette.Length}", nameof(palette));
        return graph.Run([("palette", palette, [1, length])], "vector")[0];
    }

    /// <summary>What a palette adds to the scene vector.</summary>
    /// <param name="palette">Of any picture.</param>
    /// <returns>As many numbers as a scene vector has, for <see cref="Scene.Plus"/>.</returns>
    /// <exception cref="ArgumentException">The network takes another kind of palette.</exception>
    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public float[] Vector(Palette palette)
    {
        ArgumentNullException.ThrowIfNull(palette);
        return Vector(palette.ToNumbers());
    }

    /// <summary>Frees the network.</summary>
    public void Dispose() => graph.Dispose();
}
