namespace Colorist.Training;

/// <summary>How far a colour is from the true one.</summary>
public sealed record LossRecipe
{
    /// <summary>Which measure; the paper's by default.</summary>
    public ColorLossKind Kind { get; init; } = ColorLossKind.MeanSquared;

    /// <summary>
    /// Where <see cref="ColorLossKind.Distance"/> and <see cref="ColorLossKind.Difference"/> turn from square to
    /// length, in their units, above 0; 1 by default. The larger it is, the more the best guess is the mean of the
    /// likely colours among those that are nearer to each other than that, and the median among the others.
    /// </summary>
    public double Roundness { get; init; } = 1;

    /// <summary>
    /// How much more a lively place counts than a grey one: its weight is 1 + this × true chroma / 10; 0 or more, 0 by
    /// default.
    /// </summary>
    public double ChromaWeight { get; init; }

    /// <summary>
    /// How much it counts that a place is paler than the true colour: this × what it lacks of the true colour's 20 ln(1
    /// + (C / 20)²), C its chroma, on the scale of the distance in a*b*; 0 or more, 0 by default. A colour that is too
    /// lively costs nothing more than before, so that the best guess is livelier than the middle of the likely colours,
    /// but no livelier than the liveliest of them. Near grey it is flat, so that what is pale for want of certainty
    /// stays so; from the usual chroma on it rises no faster than CIEDE2000, so that nothing becomes gaudy.
    /// </summary>
    public double Paleness { get; init; }
}
