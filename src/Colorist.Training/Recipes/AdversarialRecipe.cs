namespace Colorist.Training;

/// <summary>
/// What a run learns from beside the distance to the true colours: a frozen trunk that tells pictures in colour apart,
/// and a critic that learns to tell true colours from made ones. Each term's gradient at the output is brought to the
/// length of the colour loss's before it is weighed.
/// </summary>
public sealed record AdversarialRecipe
{
    /// <summary>
    /// The frozen trunk: <c>ResNet18.onnx</c> of the NuGet package Microsoft.ML.DnnImageFeaturizer.ResNet18 0.23.1.
    /// </summary>
    public required string Trunk { get; init; }

    /// <summary>
    /// Weight of the perceptual term, 0 or more: how far apart the trunk's maps of made and true picture are.
    /// </summary>
    public double Perceptual { get; init; } = 1;

    /// <summary>
    /// Weight of the adversarial term, 0 or more: how little the critic takes the made picture for true.
    /// </summary>
    public double Adversarial { get; init; } = 1.5;

    /// <summary>The critic's learning rate, above 0.</summary>
    public double CriticRate { get; init; } = 2e-4;
}
