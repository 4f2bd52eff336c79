namespace Colorist.Training;

/// <summary>Pictures ready for one training step.</summary>
/// <param name="Side">Side S of the square crops, in pixels, a multiple of 8.</param>
/// <param name="Lightness">N×1×S×S, L* 0..100.</param>
/// <param name="Chroma">N×2×S/2×S/2, real a*b*, each the mean of 2×2 pixels.</param>
/// <param name="Labels">N scene labels; −1 for pictures without one.</param>
/// <param name="End">The position after these pictures.</param>
/// <param name="Unreadable">One line for each picture that had to be left out.</param>
public sealed record Batch(
    int Side, float[] Lightness, float[] Chroma, long[] Labels, DataPosition End, IReadOnlyList<string> Unreadable)
{
    /// <summary>Number of pictures N.</summary>
    public int Count => Labels.Length;
}
