namespace Colorist.Training;

/// <summary>The measures of <see cref="LossRecipe"/>.</summary>
public enum ColorLossKind
{
    /// <summary>
    /// Mean squared error of a*b* scaled to 0..1, as in the paper; the best guess is the mean of all likely colours.
    /// </summary>
    MeanSquared,

    /// <summary>
    /// Distance in the plane of a*b* scaled to 0..1, rounded off near 0; the best guess is their median.
    /// </summary>
    Distance,

    /// <summary>
    /// CIEDE2000 at equal lightness on the same scale, rounded off near 0, without its factor for single hues and its
    /// turn of blues: differences between lively colours count less than those between pale ones.
    /// </summary>
    Difference,

    /// <summary>Cross-entropy over the colour bins, for networks that tell how likely each is.</summary>
    CrossEntropy,
}
