namespace Colorist.Training;

/// <summary>A part of a training run with one size of crops, or with two by turns.</summary>
public sealed record Stage : CropRecipe
{
    /// <summary>Pictures of this stage, at least 1.</summary>
    public required long Pictures { get; init; }

    /// <summary>
    /// Steps of this stage that learn from the larger pictures of <see cref="DataRecipe.Larger"/>; null for none.
    /// </summary>
    public LargerPictures? Larger { get; init; }
}
