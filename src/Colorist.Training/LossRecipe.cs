namespace Colorist.Training;

/// <summary>How far a colour is from the true one.</summary>
public sealed record LossRecipe
{
    /// <summary>Which measure; the paper's by default.</summary>
    public ColorLossKind Kind { get; init; } = ColorLossKind.MeanSquared;

    /// <summary>How much more a lively place counts than a grey one: its weight is 1 + this × true chroma / 10; 0 or more, 0 by default.</summary>
    public double ChromaWeight { get; init; }
}
