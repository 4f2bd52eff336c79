namespace Colorist.Evaluation;

/// <summary>Which pictures an evaluation takes, and at which size.</summary>
public sealed record EvaluationOptions
{
    /// <summary>
    /// Pixels of the square that pictures are scaled to first; 256 in published tables. Null, the default, for none.
    /// </summary>
    public int? Side { get; init; }

    /// <summary>
    /// Pixels that a picture's longer side may have; larger ones are reduced first. Null, the default, sets no limit.
    /// </summary>
    public int? LongestSide { get; init; }

    /// <summary>
    /// The number of pictures, at least 1, from the first one in stored order. Null, the default, takes all.
    /// </summary>
    public int? MaxPictures { get; init; }

    /// <summary>
    /// Pictures in work, and so in memory, at the same time, at least 1; by default one for each processor core.
    /// </summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Whether a cancelled evaluation gives what it has measured until then. False, the default, gives an exception.
    /// </summary>
    public bool KeepsPartWhenStopped { get; init; }

    /// <summary>
    /// Folder for the pictures, to be looked at; null, the default, for none: see <see cref="KeptPictures"/>.
    /// </summary>
    public string? PicturesTo { get; init; }

    /// <summary>
    /// Is told every picture that could be coloured, by several threads at once; null, the default, for nobody.
    /// </summary>
    public Action<ColoredPicture>? Seen { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Parallelism, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPictures ?? 1, 1, nameof(MaxPictures));
        ArgumentOutOfRangeException.ThrowIfLessThan(Side
            ?? StructuralSimilarity.Window, StructuralSimilarity.Window, nameof(Side));
        ArgumentOutOfRangeException.ThrowIfLessThan(
            LongestSide ?? StructuralSimilarity.Window, StructuralSimilarity.Window, nameof(LongestSide));
        if (Side is not null && LongestSide is not null)
            throw new ArgumentException($"expected {nameof(Side)} or {nameof(LongestSide)}, found both");
    }
}
