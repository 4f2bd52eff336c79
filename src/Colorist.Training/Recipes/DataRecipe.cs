namespace Colorist.Training;

/// <summary>Where a run finds its pictures; paths start from the working directory.</summary>
public sealed record DataRecipe
{
    /// <summary>
    /// Tar shards (<c>*</c> allowed), a folder of scene folders, or a list of <c>path label</c> lines.
    /// </summary>
    public required string Training { get; init; }

    /// <summary>
    /// The same for the larger pictures of stages that have steps for them; null when no stage has.
    /// </summary>
    public string? Larger { get; init; }

    /// <summary>The same for pictures that are never trained on.</summary>
    public required string Validation { get; init; }

    /// <summary>Folder that a list's paths start from; null means the list's own folder.</summary>
    public string? Root { get; init; }

    /// <summary>What the pictures are, for the model's card.</summary>
    public required string Description { get; init; }

    /// <summary>On what terms the pictures may be used, for the model's card.</summary>
    public required string Terms { get; init; }
}
