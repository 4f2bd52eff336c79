namespace Colorist;

/// <summary>How the pixels of a result lie, beside those that they were made of.</summary>
/// <param name="Width">Columns of the result.</param>
/// <param name="Height">Rows of the result.</param>
/// <param name="Orientation">How the stored pixels had to be turned, as EXIF counts: 1 not at all, to 8.</param>
internal sealed record ResultShape(int Width, int Height, int Orientation)
{
    /// <summary>Whether places of the stored picture are other places of the result.</summary>
    public bool IsMoved => Orientation is >= 2 and <= 8;

    /// <summary>Whether width became height.</summary>
    public bool IsTurned => Orientation is >= 5 and <= 8;
}
