namespace Colorist.Modelling;

/// <summary>
/// The paper's network as two graphs, scaling inside: L* in, scene out; L* and scene in, real a*b* out.
/// </summary>
internal sealed class NetworkGraphs(NetworkSizes sizes, WeightsFile weights) : INetworkGraphs
{
    private readonly Dictionary<string, LayerPlan> plans = NetworkLayers.Of(sizes).ToDictionary(plan => plan.Name);

    public GraphBuilder Global()
    {
        var graph = new GraphBuilder("global", weights);
        Scene(graph, Low(graph, GlobalCopy(graph)).Eighth);
        return graph;
    }

    public IReadOnlyDictionary<string, GraphBuilder> Others() => sizes.Global
        ? new Dictionary<string, GraphBuilder> { [ModelFile.GlobalGraph] = Global() }
        : [];

    /// <param name="eightBits">What is computed in 8 bits; null for nothing.</param>
    public GraphBuilder Local(EightBits? eightBits = null)
    {
        var graph = new GraphBuilder("local", weights, eightBits);
        var low = Low(graph, graph.Input("lightness", "batch", 1, "height", "width"));
        Color(graph, low, sizes.Global ? graph.Input("scene", "batch", sizes.GlobalFeatures) : null);
        return graph;
    }

    /// <summary>
    /// Both in one, for pictures that are their own global copy: the low-level features are computed once. Models do
    /// without it, because people's photos are larger; it is for the paper's table of computing times.
    /// </summary>
    /// <param name="eightBits">What is computed in 8 bits; null for nothing.</param>
    public GraphBuilder Shared(EightBits? eightBits = null)
    {
        var graph = new GraphBuilder("shared", weights, eightBits);
        var low = Low(graph, GlobalCopy(graph));
        Color(graph, low, Scene(graph, low.Eighth));
        return graph;
    }

    private string GlobalCopy(GraphBuilder graph) =>
        graph.Input("lightness", "batch", 1, sizes.GlobalSide, sizes.GlobalSide);

    private (string Half, string Quarter, string Eighth) Low(GraphBuilder graph, string lightness)
    {
        var input = sizes.LumaMean is { } mean
            ? graph.Scale(LumaInput.Add(graph, lightness), 1, -mean)
            : graph.Scale(lightness, Scaling.InputScale, -Scaling.InputMean);
        var half = Convolutions(graph, input, "low.0", "low.1");
        var quarter = Convolutions(graph, half, "low.2", "low.3");
        return (half, quarter, Convolutions(graph, quarter, "low.4", "low.5"));
    }

    private string Scene(GraphBuilder graph, string lowEighth)
    {
        var flat = graph.Flatten(Convolutions(graph, lowEighth, "global.0", "global.1", "global.2", "global.3"));
        var shared = FullyConnected(graph, FullyConnected(graph, flat, "global.fc.0"), "global.fc.1");
        if (sizes.Classes > 0)
        {
            var logits = graph.FullyConnected(plans["class.1"], FullyConnected(graph, shared, "class.0"));
            graph.Output("probabilities", graph.Softmax(logits, axis: 1), "batch", sizes.Classes);
        }
        return graph.Output("scene", FullyConnected(graph, shared, "global.fc.2"), "batch", sizes.GlobalFeatures);
    }

    private void Color(GraphBuilder graph, (string Half, string Quarter, string Eighth) low, string? scene)
    {
        var mid = Convolutions(graph, low.Eighth, "mid.0", "mid.1");
        var context = sizes.Context ? Context(graph, low.Eighth) : null;
        var quarter = graph.Upsample(Convolutions(graph, Fuse(graph, scene, mid, context), "fusion", "color.0"));
        var half =
            graph.Upsample(Convolutions(graph, Beside(graph, "quarter", quarter, low.Quarter), "color.1", "color.2"));
        var last =
            graph.Convolution(plans["color.4"], Convolutions(graph, Beside(graph, "half", half, low.Half), "color.3"));
        graph.Output("chroma", Chroma(graph, last), "batch", 2, "halfHeight", "halfWidth");
    }

    private string Context(GraphBuilder graph, string lowEighth)
    {
        var near = Convolutions(graph, lowEighth, "context.0", "context.1");
        var far = graph.Upsample(Convolutions(graph, near, "context.2", "context.3", "context.4"), cutTo: near);
        return graph.Upsample(Convolutions(graph, graph.Concat("around", near, far), "context.5"), cutTo: lowEighth);
    }

    private string Beside(GraphBuilder graph, string name, string features, string skipped) =>
        sizes.Skips ? graph.Concat(name, features, skipped) : features;

    private string Chroma(GraphBuilder graph, string last) => sizes.Output == ColorOutput.Sigmoid
        ? graph.Scale(graph.Sigmoid(last), 2 * Scaling.ChromaRange, -Scaling.ChromaRange)
        : graph.Mix(graph.Softmax(last, axis: 1), ColorBins.Colors, outputs: 2);

    // Splitting the fusion layer into two sums would spare less than a hundredth of the work, and be wrong at the
    // borders of a
    // 3×3 fusion, where the replicated scene meets the zero padding.
    private static string Fuse(GraphBuilder graph, string? scene, string mid, string? context)
    {
        var places = context is null ? mid : graph.Concat("places", mid, context);
        return scene is null ? places : graph.PrependEverywhere(scene, places);
    }

    private string Convolutions(GraphBuilder graph, string input, params string[] layers) =>
        layers.Aggregate(input, (features, layer) => graph.Relu(graph.Convolution(plans[layer], features)));

    private string FullyConnected(GraphBuilder graph, string input, string layer) =>
        graph.Relu(graph.FullyConnected(plans[layer], input));
}
