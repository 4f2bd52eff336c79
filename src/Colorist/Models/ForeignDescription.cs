namespace Colorist;

/// <summary>
/// What a user says of a network of another project, an ONNX file, so that it becomes a model: a JSON file whose keys
/// are those of a card. Keys that are not known are errors.
/// </summary>
public sealed record ForeignDescription
{
    /// <summary>Short name, for <see cref="ModelShelf"/>.</summary>
    public required string Name { get; init; }

    /// <summary>What the model is good for, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>Licence of the weights.</summary>
    public required string Licence { get; init; }

    /// <summary>The pictures that it was trained on; not known by default.</summary>
    public string Data { get; init; } = "not known";

    /// <summary>The terms under which those pictures may be used; not known by default.</summary>
    public string DataTerms { get; init; } = "not known";

    /// <summary>The picture is coloured at about this number of pixels squared, 32..4096; 256 by default.</summary>
    public int RenderSide { get; init; } = 256;

    /// <summary>How the network meets pictures.</summary>
    public required NetworkShape Shape { get; init; }

    /// <summary>Its tensors.</summary>
    public required ForeignGraph Graph { get; init; }

    /// <summary>Reads a description.</summary>
    /// <param name="path">The JSON file.</param>
    /// <exception cref="ModelException">There is no file, or it is no description.</exception>
    public static ForeignDescription FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var description = ModelCardJson.ReadAs<ForeignDescription>(path, "a description of a network");
        var wrong = description.Shape.Wrong() ?? description.Graph.Wrong(description.Shape);
        return wrong is var (expected, found) ? throw new ModelException(path, expected, $"{found}") : description;
    }
}
