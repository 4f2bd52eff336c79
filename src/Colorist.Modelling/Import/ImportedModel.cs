namespace Colorist.Modelling;

/// <summary>A model that was added.</summary>
/// <param name="Card">What it says of itself.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="MeanChroma">Mean C*ab of the test picture: about 15 in colour photographs, below 3 hardly seen.</param>
public sealed record ImportedModel(ModelCard Card, string Folder, float MeanChroma);
