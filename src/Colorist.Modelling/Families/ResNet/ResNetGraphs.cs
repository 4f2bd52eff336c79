namespace Colorist.Modelling;

/// <summary>
/// A network of the ResNet-18 family as graphs, scaling inside; a third one makes palettes changes of the scene vector.
/// </summary>
internal sealed class ResNetGraphs(ResNetSizes sizes, WeightsFile weights) : INetworkGraphs
{
    private readonly Dictionary<string, LayerPlan> plans = ResNetLayers.Of(sizes).ToDictionary(plan => plan.Name);

    public IReadOnlyDictionary<string, GraphBuilder> Others() => sizes.Global
        ? new Dictionary<string, GraphBuilder>
        {
            [ModelFile.GlobalGraph] = Global(),
            [ModelFile.PaletteGraph] = Palette(),
        }
        : [];

    public GraphBuilder Local(EightBits? eightBits = null)
    {
        var graph = new GraphBuilder("local", weights, eightBits);
        var maps = Trunk(graph, graph.Input("lightness", "batch", 1, "height", "width"));
        var scene = sizes.Global ? graph.Input("scene", "batch", sizes.GlobalFeatures) : null;
        var places = graph.Convolution(plans["fuse_mid"], MidLevelUp(graph, maps));          // 256 × H/8 × W/8
        var half = Convolution(graph, maps.Half, "skip2.0");                                 //  32 × H/2 × W/2
        Chroma(graph, Colorization(graph, Fuse(graph, places, scene), maps.Quarter, half));
        return graph;
    }

    public IReadOnlyDictionary<string, GraphBuilder> Parts(EightBits? eightBits = null) => sizes.Global
        ? new Dictionary<string, GraphBuilder>
        {
            [ModelFile.MapsGraph] = WhatIsWhere(eightBits),
            [ModelFile.PaintGraph] = Paint(eightBits),
        }
        : [];

    /// <summary>The part of the local network that no scene has a say in.</summary>
    private GraphBuilder WhatIsWhere(EightBits? eightBits)
    {
        var graph = new GraphBuilder("maps", weights, eightBits);
        var maps = Trunk(graph, graph.Input("lightness", "batch", 1, "height", "width"));
        var places = graph.Convolution(plans["fuse_mid"], MidLevelUp(graph, maps));
        graph.Output("places", places, Plane(256, "eighth"));
        graph.Output("quarterMap", maps.Quarter, Plane(64, "quarter"));
        graph.Output("halfMap", Convolution(graph, maps.Half, "skip2.0"), Plane(32, "half"));
        return graph;
    }

    /// <summary>The rest, which colours the same maps in any scene.</summary>
    private GraphBuilder Paint(EightBits? eightBits)
    {
        var graph = new GraphBuilder("paint", weights, eightBits);
        var places = graph.Input("places", Plane(256, "eighth"));
        var quarter = graph.Input("quarterMap", Plane(64, "quarter"));
        var half = graph.Input("halfMap", Plane(32, "half"));
        var scene = graph.Input("scene", "batch", sizes.GlobalFeatures);
        Chroma(graph, Colorization(graph, Fuse(graph, places, scene), quarter, half));
        return graph;
    }

    private object[] Plane(int channels, string side) =>
        ["batch", sizes.Channels(channels), side + "Height", side + "Width"];

    private GraphBuilder Global()
    {
        var graph = new GraphBuilder("global", weights);
        var copy = graph.Input("lightness", "batch", 1, sizes.GlobalSide, sizes.GlobalSide);
        var shared = FullyConnected(graph, graph.Mean(Trunk(graph, copy).ThirtySecond), "shared.0");          // 512
        var logits = graph.FullyConnected(plans["classify.2"], FullyConnected(graph, shared, "classify.0"));
        graph.Output("probabilities", graph.Softmax(logits, axis: 1), "batch", sizes.Classes);
        graph.Output("scene", graph.FullyConnected(plans["scene"], shared), "batch", sizes.GlobalFeatures);
        return graph;
    }

    private GraphBuilder Palette()
    {
        var graph = new GraphBuilder("palette", weights);
        var palette = graph.Input("palette", "batch", ResNetSizes.PaletteNumbers);
        var vector = graph.FullyConnected(plans["palette.2"], FullyConnected(graph, palette, "palette.0"));
        graph.Output("vector", vector, "batch", sizes.GlobalFeatures);
        return graph;
    }

    private Maps Trunk(GraphBuilder graph, string lightness)
    {
        const float Spread = ResNetScaling.LightnessSpread;
        var input = graph.Scale(lightness, 1 / Spread, -ResNetScaling.LightnessMean / Spread);
        var half = Convolution(graph, input, "trunk.stem");                                  //  64 × H/2 × W/2
        var quarter = Blocks(graph, graph.MaxPool(half), "trunk.layer1");                    //  64 × H/4 × W/4
        var eighth = Blocks(graph, quarter, "trunk.layer2");                                 // 128 × H/8 × W/8
        var sixteenth = Blocks(graph, eighth, "trunk.layer3");                               // 256 × H/16 × W/16
        return new(half, quarter, eighth, sixteenth, Blocks(graph, sixteenth, "trunk.layer4"));
    }

    private string Blocks(GraphBuilder graph, string input, string layer)
    {
        for (var number = 0; plans.ContainsKey($"{layer}.{number}.conv1"); number++)
            input = Block(graph, input, $"{layer}.{number}");
        return input;
    }

    private string Block(GraphBuilder graph, string input, string block)
    {
        var change = graph.Term(plans[$"{block}.conv2"], Convolution(graph, input, $"{block}.conv1"));
        var kept = plans.TryGetValue($"{block}.down", out var down) ? graph.Term(down, input) : input;
        return graph.Relu(graph.Add(block, change, kept));
    }

    private string MidLevelUp(GraphBuilder graph, Maps maps)
    {
        var far = Convolution(graph, maps.ThirtySecond, "mid32.0");                          // 256 × H/32 × W/32
        var sixteenth = graph.Concat("sixteenth", graph.Upsample(far), maps.Sixteenth);
        var nearer = Convolution(graph, sixteenth, "mid16.layers.0");                        // 256 × H/16 × W/16
        return Convolution(graph, graph.Concat("eighth", graph.Upsample(nearer), maps.Eighth), "mid8.layers.0");
    }

    private string Fuse(GraphBuilder graph, string places, string? scene)
    {
        if (scene is null) return graph.Relu(places);
        var everywhere = graph.Pixel(graph.FullyConnected(plans["fuse_scene"], scene));      // 256 × 1 × 1
        return graph.Relu(graph.Add("fused", places, everywhere));
    }

    private string Colorization(GraphBuilder graph, string fused, string quarterMap, string halfMap)
    {
        var eighth = graph.Upsample(Convolution(graph, fused, "color8.0"));                  // 160 × H/4 × W/4
        var quarter = Convolution(graph, graph.Concat("quarter", eighth, quarterMap), "color4.layers.0");
        var enlarged = graph.Upsample(Convolution(graph, quarter, "color4.layers.3"));       //  96 × H/2 × W/2
        var beside = graph.Concat("half", enlarged, halfMap);
        return graph.Convolution(plans["out"], Convolution(graph, beside, "color2.layers.0"));
    }

    private static void Chroma(GraphBuilder graph, string colors)
    {
        var real = graph.Scale(graph.Tanh(colors), ResNetScaling.ChromaRange, 0);            //   2 × H/2 × W/2
        graph.Output("chroma", real, "batch", 2, "halfHeight", "halfWidth");
    }

    private string Convolution(GraphBuilder graph, string input, string layer) =>
        graph.Relu(graph.Convolution(plans[layer], input));

    private string FullyConnected(GraphBuilder graph, string input, string layer) =>
        graph.Relu(graph.FullyConnected(plans[layer], input));

    private sealed record Maps(string Half, string Quarter, string Eighth, string Sixteenth, string ThirtySecond);
}
