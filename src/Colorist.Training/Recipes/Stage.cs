namespace Colorist.Training;

/// <summary>A part of a training run with one picture size.</summary>
public sealed record Stage
{
    /// <summary>Pictures of this stage, at least 1.</summary>
    public required long Pictures { get; init; }

    /// <summary>The shorter side in pixels that every picture is scaled to; 256 in the paper.</summary>
    public required int Scale { get; init; }

    /// <summary>
    /// When given, every picture is scaled to a random size between <see cref="Scale"/> and this one.
    /// </summary>
    public int? LargestScale { get; init; }

    /// <summary>Side in pixels of the random crop, a multiple of 8; 224 in the paper.</summary>
    public required int Side { get; init; }

    /// <summary>Pictures per step, at least 2; 128 in the paper.</summary>
    public required int Batch { get; init; }
}
