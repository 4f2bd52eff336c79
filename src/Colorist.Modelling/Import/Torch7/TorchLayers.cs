namespace Colorist.Modelling;

/// <summary>One layer with weights of a Torch7 network, as it was found along the graph.</summary>
/// <param name="Layer">A convolution or a fully connected layer.</param>
/// <param name="Norm">The batch normalisation behind it; null if there is none.</param>
internal sealed record TorchLayer(TorchObject Layer, TorchObject? Norm);

/// <summary>
/// Layers that follow each other in a Torch7 graph, found backwards from a node to where several ways meet or the
/// graph begins.
/// </summary>
/// <param name="Kinds">
/// A letter each, in the order of computing: convolution, linear, ReLU, sigmoid, upsampling, join.
/// </param>
/// <param name="Layers">Those with weights, in the same order.</param>
/// <param name="Inputs">The nodes' data before the first; several where it joins them.</param>
internal sealed record TorchLayers(string Kinds, IReadOnlyList<TorchLayer> Layers, IReadOnlyList<TorchTable> Inputs)
{
    /// <summary>Follows a graph backwards.</summary>
    /// <param name="data">Of the last node.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="ModelException">A class of layers that is not known.</exception>
    public static TorchLayers Before(TorchTable data, string path)
    {
        var modules = new List<TorchObject>();
        var visited = new HashSet<TorchTable>();
        var inputs = Sources(data);
        for (; visited.Add(data); data = inputs[0])
        {
            if (data["module"] is TorchObject module) modules.InsertRange(0, Flat(module, path, depth: 0));
            inputs = Sources(data);
            if (inputs.Count != 1) break;
        }
        return new TorchLayers(
            string.Concat(modules.Select(module => Kind(module, path))), WithWeights(modules), inputs);
    }

    private static IReadOnlyList<TorchTable> Sources(TorchTable data) =>
        data["mapindex"] is TorchTable index ? [.. index.List().OfType<TorchTable>()] : [];

    /// <summary>The modules of a sequence, one after the other, sequences in it opened too.</summary>
    private static IEnumerable<TorchObject> Flat(TorchObject module, string path, int depth)
    {
        const int MaxDepth = 16; // a sequence may hold itself in a bad file
        if (Name(module) != "Sequential") return [module];
        if (depth > MaxDepth || module.Fields["modules"] is not TorchTable modules)
            throw new ModelException(path, "a sequence of layers", depth > MaxDepth ? "one within itself" : "none");
        return modules.List().OfType<TorchObject>().SelectMany(part => Flat(part, path, depth + 1));
    }

    private static string Kind(TorchObject module, string path) => Name(module) switch
    {
        "SpatialConvolution" or "SpatialConvolutionMM" => "C",
        "Linear" => "L",
        "ReLU" => "R",
        "Sigmoid" => "S",
        "SpatialUpSamplingNearest" when module.Fields["scale_factor"] is 2.0 => "U",
        "JoinTable" => "J",
        "Identity" or "Dropout" or "SpatialDropout" or "View" or "Reshape" or "Replicate" or "Contiguous" or "Copy" =>
            "",
        "SpatialBatchNormalization" or "BatchNormalization" => "",
        _ => throw new ModelException(path, "layers that the released networks have", module.ClassName),
    };

    private static List<TorchLayer> WithWeights(List<TorchObject> modules)
    {
        var layers = new List<TorchLayer>();
        foreach (var module in modules)
        {
            if (Name(module) is "SpatialConvolution" or "SpatialConvolutionMM" or "Linear")
                layers.Add(new TorchLayer(module, null));
            else if (Name(module).EndsWith("BatchNormalization", StringComparison.Ordinal) && layers.Count > 0)
                layers[^1] = layers[^1] with { Norm = module };
        }
        return layers;
    }

    /// <summary>The same layers have names of their own where they run on a graphics card: <c>cudnn.ReLU</c>.</summary>
    private static string Name(TorchObject module) => module.ClassName[(module.ClassName.LastIndexOf('.') + 1)..];
}
