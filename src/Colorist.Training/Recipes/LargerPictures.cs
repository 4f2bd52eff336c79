namespace Colorist.Training;

/// <summary>The steps of a stage that learn from larger pictures.</summary>
public sealed record LargerPictures : CropRecipe
{
    /// <summary>Share of the steps, above 0 and below 1; which ones is drawn.</summary>
    public required double Share { get; init; }
}
