namespace Colorist.Training;

/// <summary>Where the pictures of a batch are decoded to; what a recipe does not ask for is null.</summary>
/// <param name="recipe">Says what is asked for.</param>
/// <param name="count">Pictures.</param>
/// <param name="side">Side S of the crops, in pixels.</param>
internal sealed class BatchPlanes(Recipe recipe, int count, int side)
{
    /// <summary>S×S a picture, L*.</summary>
    public BatchRows Lightness { get; } = new(count, side * side);

    /// <summary>2×S/2×S/2 a picture, real a*b*.</summary>
    public BatchRows Chroma { get; } = new(count, side * side / 2);

    /// <summary>S×S a picture, L* before ageing.</summary>
    public BatchRows? TrueLightness { get; } =
        Rows(count, recipe is { Adversarial: not null, Ageing: not null } ? side * side : 0);

    /// <summary>G×G a picture, L* of the whole.</summary>
    public BatchRows? GlobalLightness { get; } =
        Rows(count, recipe.WholeGlobalCopy ? recipe.Network.GlobalSide * recipe.Network.GlobalSide : 0);

    /// <summary>123 numbers a picture.</summary>
    public BatchRows? Palettes { get; } =
        Rows(count, recipe.PaletteShare > 0 ? recipe.Network.PaletteLength : 0);

    /// <summary>One number a picture.</summary>
    public BatchRows? HasPalette { get; } = Rows(count, recipe.PaletteShare > 0 ? 1 : 0);

    private static BatchRows? Rows(int count, int length) => length == 0 ? null : new BatchRows(count, length);
}
