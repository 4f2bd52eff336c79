namespace Colorist;

/// <summary>
/// Finds what kind of picture this is. May be used by several threads at once; its <see cref="Model"/> disposes it.
/// </summary>
internal sealed class GlobalNetwork : ISceneNetwork
{
    private readonly OnnxGraph graph;
    private readonly int side;
    private readonly bool hasLabels;

    internal GlobalNetwork(OnnxGraph graph, ModelCard card)
    {
        this.graph = graph;
        side = card.GlobalSide;
        graph.ExpectLength("scene", card.GlobalFeatures, "global features");
        hasLabels = card.Labels.Count > 0;
        if (hasLabels) graph.ExpectLength("probabilities", card.Labels.Count, "scene labels");
    }

    /// <summary>Describes a picture.</summary>
    /// <param name="lightness">Any size; the network sees a square copy of the model card's <c>globalSide</c>.</param>
    /// <returns>
    /// The scene: a vector of the model card's <c>globalFeatures</c> and the probabilities of its labels.
    /// </returns>
    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public Scene Describe(LightnessPlane lightness)
    {
        ArgumentNullException.ThrowIfNull(lightness);
        var square = lightness.ResizeTo(side, side);                                     // S×S  L* 0..100
        string[] wanted = hasLabels ? ["scene", "probabilities"] : ["scene"];
        var outputs = graph.Run([("lightness", square.Values, [1, 1, side, side])], wanted);
        return new Scene(outputs[0], hasLabels ? outputs[1] : []);
    }

    /// <summary>Frees the network.</summary>
    public void Dispose() => graph.Dispose();
}
