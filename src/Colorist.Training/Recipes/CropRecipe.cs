namespace Colorist.Training;

/// <summary>Size and number of the crops that one step learns from.</summary>
public abstract record CropRecipe
{
    /// <summary>The shorter side in pixels that every picture is scaled to; 256 in the paper.</summary>
    public required int Scale { get; init; }

    /// <summary>
    /// When given, every picture is scaled to a random size between <see cref="Scale"/> and this one.
    /// </summary>
    public int? LargestScale { get; init; }

    /// <summary>
    /// Side in pixels of the random crop, a multiple of what the family divides sides by; 224 in the paper.
    /// </summary>
    public required int Side { get; init; }

    /// <summary>Pictures per step, at least 2; 128 in the paper.</summary>
    public required int Batch { get; init; }
}
