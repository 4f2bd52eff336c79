namespace Colorist;

/// <summary>Where a pixel of a frame was in the frame before and will be in the one behind, at the luma's size.</summary>
/// <param name="motion">From the frame behind to the one before, at the render size.</param>
/// <param name="width">Columns of the luma.</param>
/// <param name="height">Rows of the luma.</param>
internal sealed class HalfWay(MotionField motion, int width, int height)
{
    /// <summary>How many pixels the motion may be off, which is found at the render size.</summary>
    public int Doubt { get; } = 1 + width / (2 * motion.Width);

    /// <summary>The places of a pixel in the planes before and behind.</summary>
    /// <param name="x">Column in this frame.</param>
    /// <param name="y">Row in this frame.</param>
    public (int Before, int Behind) At(int x, int y)
    {
        var at = y * motion.Height / height * motion.Width + x * motion.Width / width;
        var right = (int)MathF.Round(motion.X[at] * width / motion.Width / 2);
        var down = (int)MathF.Round(motion.Y[at] * height / motion.Height / 2);
        return (Place(x + right, y + down), Place(x - right, y - down));
    }

    private int Place(int x, int y) => Math.Clamp(y, 0, height - 1) * width + Math.Clamp(x, 0, width - 1);
}
