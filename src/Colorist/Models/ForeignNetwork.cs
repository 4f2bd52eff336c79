namespace Colorist;

/// <summary>A network of another project, an ONNX file, as its card describes it.</summary>
internal sealed class ForeignNetwork : IColorNetwork
{
    private readonly OnnxGraph graph;
    private readonly ForeignGraph foreign;
    private readonly string path;

    /// <param name="graph">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="card">Describes it.</param>
    /// <exception cref="ModelException">The graph has other inputs or outputs.</exception>
    public ForeignNetwork(OnnxGraph graph, string path, ModelCard card)
    {
        (this.graph, this.path, Shape, foreign) = (graph, path, card.Shape, card.Foreign!);
        graph.ExpectNames([foreign.Input.Name, .. foreign.Zeros.Select(zeros => zeros.Name)], [foreign.Output.Name]);
    }

    public NetworkShape Shape { get; }

    public bool TakesTiles => Shape.FixedSide is null;

    public ChromaPlanes Predict(LightnessPlane lightness, Scene? scene)
    {
        ArgumentNullException.ThrowIfNull(lightness);
        if (scene is not null)
            throw new ArgumentException(
                "expected no scene for a network without global features, found one", nameof(scene));
        var (width, height) = (lightness.Width, lightness.Height);
        Shape.CheckSize(width, height);
        var channels = Shape.Input == NetworkInput.Rgb ? 3 : 1;
        var output = graph.Run(
        [
            (foreign.Input.Name, foreign.Input.FromLightness(lightness, Shape.Input), [1, channels, height, width]),
            .. foreign.Zeros
                .Select(
                    zeros => (zeros.Name, new float[zeros.Channels * height * width],
                        (long[])[1, zeros.Channels, height, width])),
        ], foreign.Output.Name)[0];
        var (chromaWidth, chromaHeight) = Shape.ChromaSize(width, height);
        var expected = (foreign.Gives == NetworkOutput.Rgb ? 3 : 2) * chromaWidth * chromaHeight;
        if (output.Length != expected)
            throw new ModelException(path, $"{expected} values of {foreign.Output.Name}", $"{output.Length}");
        if (!Array.TrueForAll(output, float.IsFinite))
            throw new ModelException(path, $"finite values of {foreign.Output.Name}", "others");
        return foreign.Output.ToColors(output, foreign.Gives, chromaWidth, chromaHeight).Chroma;
    }

    public void Dispose() => graph.Dispose();
}
