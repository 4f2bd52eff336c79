namespace Colorist.Modelling;

/// <summary>How a file of another project becomes a model.</summary>
public sealed record ModelImportOptions
{
    /// <summary>The model's name; null, the default, for that of the description or of what was recognised.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// A file that describes the network (<see cref="ForeignDescription"/>); null, the default, to recognise it.
    /// </summary>
    public string? Description { get; init; }

    /// <summary>Whether a model of the same name is replaced; false by default.</summary>
    public bool Overwrite { get; init; }
}
