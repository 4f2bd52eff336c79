using System.Numerics;

namespace Colorist;

/// <summary>
/// Dense motion between two frames by small blocks that slide downhill, coarse to fine, after Kroeger, Timofte, Dai and
/// Van Gool: Fast Optical Flow using Dense Inverse Search (ECCV 2016), without the variational refinement. Blocks are
/// compared without their means, so that a flickering lamp is no motion.
/// </summary>
internal sealed class Motion
{
    private const int Side = MotionBlock.Side; // one vector
    private const int Step = 4; // from block to block
    private const int MinSide = 24; // of the coarsest plane

    private const float MaxNoise = 8; // L*: so much difference between pixels of the same thing is usual in old films
    private const float MinNoise = 3;
    private const float NoiseShare = 0.4f; // of the contrast: in a pale frame less is usual

    private readonly MotionPlane[] planes;

    /// <summary>Prepares a frame.</summary>
    /// <param name="width">Columns, at least 16.</param>
    /// <param name="height">Rows, at least 16.</param>
    /// <param name="lightness">L*, height×width; not copied.</param>
    public Motion(int width, int height, float[] lightness)
    {
        var levels = new List<MotionPlane> { new(width, height, lightness) };
        while (Math.Min(levels[^1].Width, levels[^1].Height) / 2 >= MinSide) levels.Add(levels[^1].Half());
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
        for (var level = planes.Length - 1; level >= 0; level--)
            field = Refine(planes[level], other.planes[level], field, scale: 2);
        return field!;
    }

    /// <summary>The same where it is known about where to look.</summary>
    /// <param name="other">Of the same size.</param>
    /// <param name="expected">As large as the frames.</param>
    public MotionField To(Motion other, MotionField expected) => Refine(planes[0], other.planes[0], expected, scale: 1);

    /// <summary>
    /// How much each pixel looks like the place in the other frame that the motion leads to, once the brightness of
    /// both is matched.
    /// </summary>
    /// <returns>0, something else, to 1, the same.</returns>
    public float[] Resemblance(Motion other, MotionField field)
    {
        var found = field.Fetch(other.Lightness);
        var (mean, spread) = Statistics(Lightness);
        var (foundMean, foundSpread) = Statistics(found);
        var gain = Math.Clamp(spread / foundSpread, 0.5f, 2);
        var noise = Math.Clamp(NoiseShare * spread, MinNoise, MaxNoise);
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
                int at = line * lineStep + i * step, before = i > 0
                    ? at - step
                    : at, after = i < length - 1 ? at + step : at;
                result[at] = (values[before] + values[at] + values[after]) / 3;
            }

        return result;
    }

    private static MotionField Refine(MotionPlane from, MotionPlane to, MotionField? expected, int scale)
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
                var start = BlockMatch.Best(
                    from, to, x, y, [Expected(expected, scale, x, y), left, above[column], Vector2.Zero]);
                left = above[column] = BlockMatch.Descend(from, to, x, y, start);
                BlockMatch.Cast(from, to, x, y, left, sumX, sumY, weights);
            }
        }

        for (var i = 0; i < weights.Length; i++)
        {
            sumX[i] /= weights[i];
            sumY[i] /= weights[i];
        }

        return new MotionField(width, height, sumX, sumY);
    }

    private static Vector2 Expected(MotionField? field, int scale, int x, int y)
    {
        if (field is null) return Vector2.Zero;
        var at = Math.Min((y + Side / 2) / scale, field.Height - 1) * field.Width
            + Math.Min((x + Side / 2) / scale, field.Width - 1);
        return scale * new Vector2(field.X[at], field.Y[at]);
    }
}
