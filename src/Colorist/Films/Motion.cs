using System.Numerics;
using System.Runtime.Intrinsics;

namespace Colorist.Films;

/// <summary>
/// Dense motion between two frames by small blocks that slide downhill, coarse to fine, after Kroeger, Timofte, Dai and Van Gool: Fast
/// Optical Flow using Dense Inverse Search (ECCV 2016), without the variational refinement. Blocks are compared without their means, so that
/// a flickering lamp is no motion.
/// </summary>
internal sealed class Motion
{
    private const int Side = 8; // of a block: one vector
    private const int Step = 4; // from block to block
    private const int Pixels = Side * Side;
    private const int LeastSide = 24; // of the coarsest plane
    private const int Descents = 6;
    private const float Enough = 0.03f; // pixels of the plane: a step that ends the descent
    private const float Stiffness = 40; // squared gradient summed over a block: what has less texture stays where it was expected

    private const float MostNoise = 8; // L*: so much difference between pixels of the same thing is usual in old films
    private const float LeastNoise = 3;
    private const float NoiseShare = 0.4f; // of the contrast: in a pale frame less is usual

    private readonly MotionPlane[] planes;

    /// <summary>Prepares a frame.</summary>
    /// <param name="width">Columns, at least 16.</param>
    /// <param name="height">Rows, at least 16.</param>
    /// <param name="lightness">L*, height×width.</param>
    public Motion(int width, int height, float[] lightness)
    {
        var levels = new List<MotionPlane> { new(width, height, lightness) };
        while (Math.Min(levels[^1].Width, levels[^1].Height) / 2 >= LeastSide) levels.Add(levels[^1].Half());
        planes = [.. levels];
        Lightness = lightness;
    }

    /// <summary>L*, height×width.</summary>
    public float[] Lightness { get; }

    /// <summary>Standard deviation of L*, at least 1.</summary>
    public float Spread => Statistics(Lightness).Spread;

    /// <summary>Finds where each pixel of this frame is in another.</summary>
    /// <param name="other">Of the same size.</param>
    public MotionField To(Motion other)
    {
        MotionField? field = null;
        for (var level = planes.Length - 1; level >= 0; level--) field = Refine(planes[level], other.planes[level], field);
        return field!;
    }

    /// <summary>How much each pixel looks like the place in the other frame that the motion leads to, once the brightness of both is matched.</summary>
    /// <returns>0, something else, to 1, the same.</returns>
    public float[] Resemblance(Motion other, MotionField field)
    {
        var found = field.Fetch(other.Lightness);
        var (mean, spread) = Statistics(Lightness);
        var (foundMean, foundSpread) = Statistics(found);
        var gain = Math.Clamp(spread / foundSpread, 0.5f, 2);
        var noise = Math.Clamp(NoiseShare * spread, LeastNoise, MostNoise);
        for (var i = 0; i < found.Length; i++)
        {
            var difference = (found[i] - foundMean) * gain + mean - Lightness[i];
            found[i] = difference * difference;
        }

        var (width, height) = (field.Width, field.Height);
        var errors = Smooth(Smooth(found, width, height, 1, width), height, width, width, 1);
        for (var i = 0; i < errors.Length; i++) errors[i] = MathF.Exp(-errors[i] / (noise * noise));
        return errors;
    }

    private static (float Mean, float Spread) Statistics(float[] values)
    {
        double sum = 0, squares = 0;
        foreach (var value in values)
        {
            sum += value;
            squares += value * value;
        }

        var mean = sum / values.Length;
        return ((float)mean, (float)Math.Sqrt(Math.Max(squares / values.Length - mean * mean, 1)));
    }

    /// <summary>Means of three along each line.</summary>
    private static float[] Smooth(float[] values, int length, int lines, int step, int lineStep)
    {
        var result = new float[values.Length];
        for (var line = 0; line < lines; line++)
            for (var i = 0; i < length; i++)
            {
                int at = line * lineStep + i * step, before = i > 0 ? at - step : at, after = i < length - 1 ? at + step : at;
                result[at] = (values[before] + values[at] + values[after]) / 3;
            }

        return result;
    }

    private static MotionField Refine(MotionPlane from, MotionPlane to, MotionField? coarse)
    {
        int width = from.Width, height = from.Height;
        float[] sumX = new float[width * height], sumY = new float[width * height], weights = new float[width * height];
        int columns = (width - Side + Step - 1) / Step + 1, rows = (height - Side + Step - 1) / Step + 1;
        var above = new Vector2[columns];
        for (var row = 0; row < rows; row++)
        {
            var y = Math.Min(row * Step, height - Side);
            var left = Vector2.Zero;
            for (var column = 0; column < columns; column++)
            {
                var x = Math.Min(column * Step, width - Side);
                var start = Best(from, to, x, y, [Expected(coarse, x, y), left, above[column], Vector2.Zero]);
                left = above[column] = Descend(from, to, x, y, start);
                Cast(from, to, x, y, left, sumX, sumY, weights);
            }
        }

        for (var i = 0; i < weights.Length; i++)
        {
            sumX[i] /= weights[i];
            sumY[i] /= weights[i];
        }

        return new MotionField(width, height, sumX, sumY);
    }

    private static Vector2 Expected(MotionField? coarse, int x, int y)
    {
        if (coarse is null) return Vector2.Zero;
        var at = Math.Min((y + Side / 2) / 2, coarse.Height - 1) * coarse.Width + Math.Min((x + Side / 2) / 2, coarse.Width - 1);
        return 2 * new Vector2(coarse.X[at], coarse.Y[at]);
    }

    private static Vector2 Best(MotionPlane from, MotionPlane to, int x, int y, ReadOnlySpan<Vector2> candidates)
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
    private static Vector2 Descend(MotionPlane from, MotionPlane to, int x, int y, Vector2 start)
    {
        Span<Vector256<float>> gradientsX = stackalloc Vector256<float>[Side], gradientsY = stackalloc Vector256<float>[Side];
        var (xx, xy, yy, meanX, meanY) = Gradients(from, x, y, gradientsX, gradientsY);
        var determinant = (xx + Stiffness) * (yy + Stiffness) - xy * xy;
        var place = start;
        for (var i = 0; i < Descents; i++)
        {
            Vector256<float> sumX = default, sumY = default, sum = default;
            var block = new Block(to, x, y, place);
            for (var row = 0; row < Side; row++)
            {
                var difference = block.Row(row) - Row(from, x, y + row);
                sumX += gradientsX[row] * difference;
                sumY += gradientsY[row] * difference;
                sum += difference;
            }

            var mean = Vector256.Sum(sum);
            var (slopeX, slopeY) = (Vector256.Sum(sumX) - meanX * mean, Vector256.Sum(sumY) - meanY * mean);
            var step = new Vector2((yy + Stiffness) * slopeX - xy * slopeY, (xx + Stiffness) * slopeY - xy * slopeX) / determinant;
            place -= step;
            if (step.LengthSquared() < Enough * Enough) break;
        }

        return Vector2.DistanceSquared(place, start) <= Pixels && Error(from, to, x, y, place) <= Error(from, to, x, y, start) ? place : start;
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
        var block = new Block(to, x, y, place);
        for (var row = 0; row < Side; row++)
        {
            var difference = block.Row(row) - Row(from, x, y + row);
            squares += difference * difference;
            sum += difference;
        }

        var total = Vector256.Sum(sum);
        return Vector256.Sum(squares) - total * total / Pixels;
    }

    /// <summary>Gives each pixel a share in the block's motion, the larger the better it fits there.</summary>
    private static void Cast(MotionPlane from, MotionPlane to, int x, int y, Vector2 place, float[] sumX, float[] sumY, float[] weights)
    {
        var block = new Block(to, x, y, place);
        for (var row = 0; row < Side; row++)
        {
            var weight = Vector256<float>.One / Vector256.Max(Vector256<float>.One, Vector256.Abs(block.Row(row) - Row(from, x, y + row)));
            var at = (nuint)((y + row) * from.Width + x);
            (Vector256.LoadUnsafe(ref weights[0], at) + weight).StoreUnsafe(ref weights[0], at);
            (Vector256.LoadUnsafe(ref sumX[0], at) + weight * place.X).StoreUnsafe(ref sumX[0], at);
            (Vector256.LoadUnsafe(ref sumY[0], at) + weight * place.Y).StoreUnsafe(ref sumY[0], at);
        }
    }

    private static Vector256<float> Row(MotionPlane plane, int x, int y) => Vector256.LoadUnsafe(ref plane.Values[0], (nuint)plane.At(x, y));

    /// <summary>A block of another frame between its pixels; all its values lie equally far from their neighbours.</summary>
    private readonly struct Block
    {
        private readonly MotionPlane plane;
        private readonly int at;
        private readonly float topLeft, topRight, bottomLeft, bottomRight;

        public Block(MotionPlane plane, int x, int y, Vector2 place)
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
                + Vector256.LoadUnsafe(ref values, below) * bottomLeft + Vector256.LoadUnsafe(ref values, below + 1) * bottomRight;
        }
    }
}
