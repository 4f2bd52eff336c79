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

    /// <summary>The learning rate after some pictures of a run.</summary>
    public double RateAt(long seen, long pictures)
    {
        if (seen < WarmUpPictures) return LearningRate * (seen + 1) / (WarmUpPictures + 1);
        if (FinalLearningRate is not { } final) return LearningRate;
        var progress = Math.Min(1, (double)(seen - WarmUpPictures) / Math.Max(1, pictures - WarmUpPictures));
        return final + (LearningRate - final) * (1 + Math.Cos(Math.PI * progress)) / 2;
    }
}
