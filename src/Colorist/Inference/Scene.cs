namespace Colorist.Inference;

/// <summary>What kind of picture this is: the global features of a picture, a value one can keep, mix and give to another picture.</summary>
/// <param name="Vector">The global network's feature vector; its length is the model card's <c>globalFeatures</c> (256 in the paper).</param>
/// <param name="Probabilities">Probability 0..1 of each scene label, in the order of the model card's labels; they add up to 1.</param>
public sealed record Scene(float[] Vector, float[] Probabilities);
