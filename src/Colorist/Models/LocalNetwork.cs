namespace Colorist;

/// <summary>
/// Predicts the colours of a picture. May be used by several threads at once; its <see cref="Model"/> disposes it.
/// </summary>
internal sealed class LocalNetwork : IColorNetwork
{
    private readonly OnnxGraph graph;
    private readonly ModelCard card;

    internal LocalNetwork(OnnxGraph graph, ModelCard card)
    {
        this.graph = graph;
        this.card = card;
    }

    /// <inheritdoc/>
    public NetworkShape Shape => card.Shape;

    /// <inheritdoc/>
    public bool TakesTiles => Shape.FixedSide is null;

    /// <summary>
    /// Predicts the colours of a plane, smaller than it by the factor that the card's
    /// <see cref="NetworkShape.ChromaDivides"/> says.
    /// </summary>
    /// <param name="lightness">Both sides multiples of the card's <see cref="NetworkShape.Divides"/>.</param>
    /// <param name="scene">
    /// This picture's scene or another's, from this model; null exactly if the model has no global features.
    /// </param>
    /// <returns>Real a*b*; half as many rows and columns with both families of this project.</returns>
    /// <exception cref="ArgumentException">
    /// The network does not take a side, or the scene does not belong to this model.
    /// </exception>
    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public ChromaPlanes Predict(LightnessPlane lightness, Scene? scene)
    {
        ArgumentNullException.ThrowIfNull(lightness);
        var (width, height) = (lightness.Width, lightness.Height);
        Shape.CheckSize(width, height);
        CheckScene(scene);

        (string, float[], long[]) input = ("lightness", lightness.Values, [1, 1, height, width]);
        var chroma = scene is null
            ? graph.Run([input], "chroma")[0]
            : graph.Run([input, ("scene", scene.Vector, [1, scene.Vector.Length])], "chroma")[0]; // 2×H/2×W/2
        var (chromaWidth, chromaHeight) = Shape.ChromaSize(width, height);
        var plane = chromaWidth * chromaHeight;
        return new ChromaPlanes(chromaWidth, chromaHeight, chroma[..plane], chroma[plane..]);
    }

    /// <summary>Frees the network.</summary>
    public void Dispose() => graph.Dispose();

    private void CheckScene(Scene? scene)
    {
        var found = scene?.Vector.Length ?? 0;
        if (found != card.GlobalFeatures)
            throw new ArgumentException(
                $"expected a scene of {card.GlobalFeatures} global features, found {found}", nameof(scene));
    }
}
