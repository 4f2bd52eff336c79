namespace Colorist;

/// <summary>Predicts the colours of a picture. May be used by several threads at once; its <see cref="Model"/> disposes it.</summary>
public sealed class LocalNetwork : IDisposable
{
    private readonly OnnxGraph graph;
    private readonly ModelCard card;

    internal LocalNetwork(OnnxGraph graph, ModelCard card)
    {
        this.graph = graph;
        this.card = card;
    }

    /// <summary>Predicts colours at half the size of the plane.</summary>
    /// <param name="lightness">Both sides multiples of 8.</param>
    /// <param name="scene">This picture's scene or another's, from this model; null exactly if the model has no global features.</param>
    /// <returns>Half as many rows and columns, real a*b* within −100..100.</returns>
    /// <exception cref="ArgumentException">A side is no multiple of 8, or the scene does not belong to this model.</exception>
    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public ChromaPlanes Predict(LightnessPlane lightness, Scene? scene)
    {
        ArgumentNullException.ThrowIfNull(lightness);
        var (width, height) = (lightness.Width, lightness.Height);
        if (width % card.MultipleOf != 0 || height % card.MultipleOf != 0)
            throw new ArgumentException($"expected multiples of {card.MultipleOf}, found {width}×{height}", nameof(lightness));
        CheckScene(scene);

        (string, float[], long[]) input = ("lightness", lightness.Values, [1, 1, height, width]);
        var chroma = scene is null
            ? graph.Run([input], "chroma")[0]
            : graph.Run([input, ("scene", scene.Vector, [1, scene.Vector.Length])], "chroma")[0]; // 2×H/2×W/2
        var plane = chroma.Length / 2;
        return new ChromaPlanes(width / 2, height / 2, chroma[..plane], chroma[plane..]);
    }

    /// <summary>Frees the network.</summary>
    public void Dispose() => graph.Dispose();

    private void CheckScene(Scene? scene)
    {
        var found = scene?.Vector.Length ?? 0;
        if (found != card.GlobalFeatures)
            throw new ArgumentException($"expected a scene of {card.GlobalFeatures} global features, found {found}", nameof(scene));
    }
}
