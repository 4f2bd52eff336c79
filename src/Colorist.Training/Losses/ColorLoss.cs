using System.Diagnostics;
using TorchSharp;
using static Colorist.Training.ChromaDifference;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>What the true colours teach.</summary>
internal sealed class ColorLoss
{
    private const double UsualChroma = 20; // of true photographs

    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar Unit = 1 / (2 * Scaling.ChromaRange);
    private static readonly Scalar Lowest = -Scaling.ChromaRange;
    private static readonly Scalar Highest = Scaling.ChromaRange;
    private static readonly Scalar One = 1;
    private static readonly Scalar Two = 2;
    private static readonly Scalar SquaredUsualUnit = 1 / (UsualChroma * UsualChroma);
    private static readonly Scalar PalenessUnit = UsualChroma / (2 * Scaling.ChromaRange);

    private readonly LossRecipe recipe;
    private readonly Scalar squaredUnit = Math.Pow(1 / (2 * Scaling.ChromaRange), 2);
    private readonly Scalar chromaWeight;
    private readonly Scalar squaredRoundness;
    private readonly Scalar paleness;

    public ColorLoss(LossRecipe recipe)
    {
        this.recipe = recipe;
        chromaWeight = recipe.ChromaWeight / 10;
        squaredRoundness = Math.Pow(recipe.Roundness / (2 * Scaling.ChromaRange), 2);
        paleness = recipe.Paleness;
    }

    /// <summary>The loss of one batch.</summary>
    /// <param name="network">Says what its output means.</param>
    /// <param name="output">What its last layer says, N×2×h×w or N×bins×h×w.</param>
    /// <param name="truth">N×2×h×w, real a*b*; colours outside the network's range count as its ends.</param>
    public Tensor Compute(ColorNetwork network, Tensor output, Tensor truth)
    {
        var inRange = truth.clamp(Lowest, Highest); // N × 2 × h × w
        var perPlace = recipe.Kind switch // N × h × w
        {
            ColorLossKind.MeanSquared => SquaredDistance(network.Chroma(output), inRange).div(Two),
            ColorLossKind.Distance => SquaredDistance(network.Chroma(output), inRange).add(squaredRoundness).sqrt(),
            ColorLossKind.Difference =>
                Squared(network.Chroma(output), inRange).mul(squaredUnit).add(squaredRoundness).sqrt(),
            ColorLossKind.CrossEntropy => CrossEntropy(output, truth),
            _ => throw new UnreachableException(),
        };
        if (recipe.Paleness != 0) perPlace = perPlace.add(Paleness(network.Chroma(output), inRange).mul(paleness));
        return recipe.ChromaWeight == 0
            ? perPlace.mean()
            : WeightedMean(perPlace, SquaredLength(truth).sqrt().mul(chromaWeight).add(One));
    }

    private static Tensor WeightedMean(Tensor values, Tensor weight) => values.mul(weight).sum().div(weight.sum());

    /// <summary>
    /// What each place's liveliness lacks of the true one's; at the usual chroma it rises like the distance in a*b*
    /// scaled to 0..1.
    /// </summary>
    private static Tensor Paleness(Tensor predicted, Tensor truth) =>
        Liveliness(truth).sub(Liveliness(predicted)).relu().mul(PalenessUnit);

    /// <summary>
    /// ln(1 + (C / 20)²): flat near grey, and from the usual chroma on it rises as slowly as CIEDE2000 does.
    /// </summary>
    private static Tensor Liveliness(Tensor chroma) => SquaredLength(chroma).mul(SquaredUsualUnit).log1p();

    /// <summary>Squared distance in a*b*, each scaled to 0..1.</summary>
    private static Tensor SquaredDistance(Tensor predicted, Tensor truth) =>
        SquaredLength(predicted.mul(Unit).sub(truth.mul(Unit)));

    private static Tensor CrossEntropy(Tensor logits, Tensor truth)
    {
        var lines = ColorBins.Lines.Length;
        var places = logits.permute(0, 2, 3, 1); // N × h × w × bins
        var likelihood = places.log_softmax(-1).reshape(truth.shape[0], truth.shape[2], truth.shape[3], lines, lines);
        var a = Weights(truth.select(1, 0)).unsqueeze(-1); // N × h × w × 11 × 1
        var b = Weights(truth.select(1, 1)).unsqueeze(-2); // N × h × w × 1 × 11
        return likelihood.mul(b).sum(-1).mul(a.squeeze(-1)).sum(-1).neg();
    }

    /// <summary>
    /// The share of each line in a value: of the line below and the line above, by nearness, so that their mean is the
    /// value.
    /// </summary>
    private static Tensor Weights(Tensor values)
    {
        float[] at = ColorBins.Lines, below = [at[0] - 1, .. at[..^1]], above = [.. at[1..], at[^1] + 1];
        var (lines, lower, upper) = (tensor(at, device: values.device), tensor(below, device: values.device),
            tensor(above, device: values.device));
        var clamped = values.clamp(lines[0], lines[^1]).unsqueeze(-1); // N × h × w × 1
        var rising = clamped.sub(lower).div(lines.sub(lower));
        var falling = upper.sub(clamped).div(upper.sub(lines));
        return minimum(rising, falling).relu();
    }
}
