namespace Colorist.Training;

/// <summary>
/// The optimizer and its learning rate over the run: a linear warm-up, then a cosine down to the final rate.
/// </summary>
public sealed record OptimizerRecipe
{
    /// <summary>Which optimizer.</summary>
    public required OptimizerKind Kind { get; init; }

    /// <summary>The highest learning rate, above 0; ADADELTA's usual is 1.</summary>
    public required double LearningRate { get; init; }

    /// <summary>
    /// The rate that the cosine ends at; null keeps the rate constant after the warm-up, as in the paper.
    /// </summary>
    public double? FinalLearningRate { get; init; }

    /// <summary>Pictures of the warm-up.</summary>
    public long WarmUpPictures { get; init; }

    /// <summary>AdamW's weight decay per step, times the learning rate.</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>What AdamW keeps of the mean squared gradient at each step, β₂; 0.999 by default.</summary>
    public double SquareDecay { get; init; } = 0.999;

    /// <summary>Whether weight decay takes biases and normalisations too; true by default.</summary>
    public bool DecaysVectors { get; init; } = true;

    /// <summary>
    /// Learning rate of a trunk that learned before, as a share of the others'; 1 by default. The paper's network has
    /// no such trunk.
    /// </summary>
    public double TrunkRate { get; init; } = 1;

    /// <summary>
    /// Length that the gradient of all weights together is cut to when it is longer; null never cuts it.
    /// </summary>
    public double? MaxGradientNorm { get; init; }

    /// <summary>The learning rate after some pictures of a run.</summary>
    public double RateAt(long seen, long pictures)
    {
        if (seen < WarmUpPictures) return LearningRate * (seen + 1) / (WarmUpPictures + 1);
        if (FinalLearningRate is not { } final) return LearningRate;
        var progress = Math.Min(1, (double)(seen - WarmUpPictures) / Math.Max(1, pictures - WarmUpPictures));
        return final + (LearningRate - final) * (1 + Math.Cos(Math.PI * progress)) / 2;
    }
}
