using System.Numerics;
using System.Runtime.Intrinsics;

namespace Colorist;

/// <summary>
/// A block of another frame between its pixels; all its values lie equally far from their neighbours.
/// </summary>
internal readonly struct MotionBlock
{
    /// <summary>Columns and rows.</summary>
    public const int Side = 8;

    private readonly MotionPlane plane;
    private readonly int at;
    private readonly float topLeft, topRight, bottomLeft, bottomRight;

    public MotionBlock(MotionPlane plane, int x, int y, Vector2 place)
    {
        this.plane = plane;
        var left = Math.Clamp(x + place.X, -Side, plane.Width - 1);
        var top = Math.Clamp(y + place.Y, -Side, plane.Height - 1);
        var (column, row) = ((int)MathF.Floor(left), (int)MathF.Floor(top));
        float shareX = left - column, shareY = top - row;
        at = plane.At(column, row);
        topLeft = (1 - shareX) * (1 - shareY);
        topRight = shareX * (1 - shareY);
        bottomLeft = (1 - shareX) * shareY;
        bottomRight = shareX * shareY;
    }

    public Vector256<float> Row(int row)
    {
        ref var values = ref plane.Values[0];
        var from = (nuint)(at + row * plane.Stride);
        var below = from + (nuint)plane.Stride;
        return Vector256.LoadUnsafe(ref values, from) * topLeft + Vector256.LoadUnsafe(ref values, from + 1) * topRight
            + Vector256.LoadUnsafe(ref values, below) * bottomLeft
            + Vector256.LoadUnsafe(ref values, below + 1) * bottomRight;
    }
}
