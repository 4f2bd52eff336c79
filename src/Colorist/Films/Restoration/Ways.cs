namespace Colorist;

/// <summary>
/// Where a pixel of a frame was in the frame before and will be in the one behind, at the luma's size.
/// </summary>
/// <param name="before">From the frame to the one before, at the render size.</param>
/// <param name="behind">From the frame to the one behind, at the render size.</param>
/// <param name="width">Columns of the luma.</param>
/// <param name="height">Rows of the luma.</param>
internal sealed class Ways(MotionField before, MotionField behind, int width, int height)
{
    /// <summary>How many pixels the motion may be off, which is found at the render size.</summary>
    public int Doubt { get; } = 1 + width / (2 * before.Width);

    /// <summary>The places of a pixel in the planes before and behind.</summary>
    /// <param name="x">Column in this frame.</param>
    /// <param name="y">Row in this frame.</param>
    public (int Before, int Behind) At(int x, int y)
    {
        var at = y * before.Height / height * before.Width + x * before.Width / width;
        return (Place(before, at, x, y), Place(behind, at, x, y));
    }

    private int Place(MotionField motion, int at, int x, int y)
    {
        var column = x + (int)MathF.Round(motion.X[at] * width / motion.Width);
        var row = y + (int)MathF.Round(motion.Y[at] * height / motion.Height);
        return Math.Clamp(row, 0, height - 1) * width + Math.Clamp(column, 0, width - 1);
    }
}
