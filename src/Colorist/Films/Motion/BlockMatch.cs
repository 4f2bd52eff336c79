using System.Numerics;
using System.Runtime.Intrinsics;

namespace Colorist;

/// <summary>Finds blocks of one frame in another, to parts of a pixel; differences count without their mean.</summary>
internal static class BlockMatch
{
    private const int Side = MotionBlock.Side;
    private const int Pixels = Side * Side;
    private const int Descents = 6;
    private const float Enough = 0.03f; // pixels of the plane: a step that ends the descent
    // squared gradient summed over a block: what has less texture stays where it was expected
    private const float Stiffness = 40;

    /// <summary>The candidate that leads to the most alike block.</summary>
    public static Vector2 Best(MotionPlane from, MotionPlane to, int x, int y, ReadOnlySpan<Vector2> candidates)
    {
        var (best, least) = (candidates[0], Error(from, to, x, y, candidates[0]));
        for (var i = 1; i < candidates.Length; i++)
        {
            if (candidates[i] == best) continue;
            var error = Error(from, to, x, y, candidates[i]);
            if (error < least) (best, least) = (candidates[i], error);
        }

        return best;
    }

    /// <summary>Lucas and Kanade's descent with the gradient of the block itself, which is computed once.</summary>
    public static Vector2 Descend(MotionPlane from, MotionPlane to, int x, int y, Vector2 start)
    {
        Span<Vector256<float>> gradientsX =
            stackalloc Vector256<float>[Side], gradientsY = stackalloc Vector256<float>[Side];
        var (xx, xy, yy, meanX, meanY) = Gradients(from, x, y, gradientsX, gradientsY);
        var determinant = (xx + Stiffness) * (yy + Stiffness) - xy * xy;
        var place = start;
        for (var i = 0; i < Descents; i++)
        {
            Vector256<float> sumX = default, sumY = default, sum = default;
            var block = new MotionBlock(to, x, y, place);
            for (var row = 0; row < Side; row++)
            {
                var difference = block.Row(row) - Row(from, x, y + row);
                sumX += gradientsX[row] * difference;
                sumY += gradientsY[row] * difference;
                sum += difference;
            }

            var mean = Vector256.Sum(sum);
            var (slopeX, slopeY) = (Vector256.Sum(sumX) - meanX * mean, Vector256.Sum(sumY) - meanY * mean);
            var step = new Vector2((yy + Stiffness) * slopeX - xy * slopeY, (xx + Stiffness) * slopeY - xy * slopeX)
                / determinant;
            place -= step;
            if (step.LengthSquared() < Enough * Enough) break;
        }

        return Vector2.DistanceSquared(place, start) <= Pixels
            && Error(from, to, x, y, place) <= Error(from, to, x, y, start) ? place : start;
    }

    /// <summary>Gives each pixel a share in the block's motion, the larger the better it fits there.</summary>
    public static void Cast(
        MotionPlane from, MotionPlane to, int x, int y, Vector2 place, float[] sumX, float[] sumY, float[] weights)
    {
        var block = new MotionBlock(to, x, y, place);
        for (var row = 0; row < Side; row++)
        {
            var weight = Vector256<float>.One
                / Vector256.Max(Vector256<float>.One, Vector256.Abs(block.Row(row) - Row(from, x, y + row)));
            var at = (nuint)((y + row) * from.Width + x);
            (Vector256.LoadUnsafe(ref weights[0], at) + weight).StoreUnsafe(ref weights[0], at);
            (Vector256.LoadUnsafe(ref sumX[0], at) + weight * place.X).StoreUnsafe(ref sumX[0], at);
            (Vector256.LoadUnsafe(ref sumY[0], at) + weight * place.Y).StoreUnsafe(ref sumY[0], at);
        }
    }

    private static (float XX, float XY, float YY, float MeanX, float MeanY) Gradients(
        MotionPlane plane, int x, int y, Span<Vector256<float>> gradientsX, Span<Vector256<float>> gradientsY)
    {
        Vector256<float> xx = default, xy = default, yy = default, sumX = default, sumY = default;
        for (var row = 0; row < Side; row++)
        {
            var gx = gradientsX[row] = (Row(plane, x + 1, y + row) - Row(plane, x - 1, y + row)) * 0.5f;
            var gy = gradientsY[row] = (Row(plane, x, y + row + 1) - Row(plane, x, y + row - 1)) * 0.5f;
            xx += gx * gx;
            xy += gx * gy;
            yy += gy * gy;
            sumX += gx;
            sumY += gy;
        }

        float meanX = Vector256.Sum(sumX) / Pixels, meanY = Vector256.Sum(sumY) / Pixels;
        return (
            Vector256.Sum(xx) - Pixels * meanX * meanX,
            Vector256.Sum(xy) - Pixels * meanX * meanY,
            Vector256.Sum(yy) - Pixels * meanY * meanY,
            meanX,
            meanY);
    }

    /// <summary>Sum of squared differences without their mean.</summary>
    private static float Error(MotionPlane from, MotionPlane to, int x, int y, Vector2 place)
    {
        Vector256<float> squares = default, sum = default;
        var block = new MotionBlock(to, x, y, place);
        for (var row = 0; row < Side; row++)
        {
            var difference = block.Row(row) - Row(from, x, y + row);
            squares += difference * difference;
            sum += difference;
        }

        var total = Vector256.Sum(sum);
        return Vector256.Sum(squares) - total * total / Pixels;
    }

    private static Vector256<float> Row(MotionPlane plane, int x, int y) =>
        Vector256.LoadUnsafe(ref plane.Values[0], (nuint)plane.At(x, y));
}
