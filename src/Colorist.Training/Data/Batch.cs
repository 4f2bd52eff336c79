namespace Colorist.Training;

/// <summary>Pictures ready for one training step.</summary>
/// <param name="Side">Side S of the square crops, in pixels.</param>
/// <param name="Lightness">N×1×S×S, L* 0..100, aged where the recipe says so.</param>
/// <param name="Chroma">N×2×S/2×S/2, real a*b*, each the mean of 2×2 pixels.</param>
/// <param name="Labels">N scene labels; −1 for pictures without one.</param>
/// <param name="End">The position after these pictures.</param>
/// <param name="Unreadable">One line for each picture that had to be left out.</param>
public sealed record Batch(
    int Side, float[] Lightness, float[] Chroma, long[] Labels, DataPosition End, IReadOnlyList<string> Unreadable)
{
    /// <summary>Number of pictures N.</summary>
    public int Count => Labels.Length;

    /// <summary>N×1×S×S, L* before ageing; null where nobody asks for it.</summary>
    public float[]? TrueLightness { get; init; }

    /// <summary>N×1×G×G, L* of the whole pictures; null where the crop is its own global copy.</summary>
    public float[]? GlobalLightness { get; init; }

    /// <summary>N×123, the palettes that are given; zeros where none is. Null in a run without.</summary>
    public float[]? Palettes { get; init; }

    /// <summary>N, 1 where a palette is given, else 0; null in a run without.</summary>
    public float[]? HasPalette { get; init; }
}
