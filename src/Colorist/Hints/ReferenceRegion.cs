using System.Numerics;

namespace Colorist;

/// <summary>A small square of a picture: what it looks like in grey, where it lies, and its colour.</summary>
/// <param name="Tone">
/// Mean L* of the square and of its surroundings, how much L* varies in it and in them; each in steps that count alike.
/// </param>
/// <param name="Place">
/// The network's a* and b*, which say what it takes the square for, and the place in the picture; in such steps too.
/// </param>
/// <param name="Chroma">Mean a* and b*: true ones of a reference, the network's of a photo to colour.</param>
internal readonly record struct ReferenceRegion(Vector4 Tone, Vector4 Place, Vector2 Chroma)
{
    private const int Across = 48; // squares along the side of a square picture
    private const float ToneStep = 12; // L*
    private const float AroundStep = 16; // L*, of the surroundings
    private const float ChromaStep = 8;
    private const float RowStep = 0.25f; // of the height: skies are above
    private const float ColumnStep = 1; // of the width

    /// <summary>The side of a square for a picture of some size, in pixels.</summary>
    public static int SideFor(int width, int height) =>
        Math.Max(2, (int)Math.Round(Math.Sqrt((double)width * height) / Across));

    /// <summary>Cuts a picture into squares, row after row; those on the right and below may be smaller.</summary>
    /// <param name="lightness">L*.</param>
    /// <param name="seen">The network's colours.</param>
    /// <param name="colors">The colours to note.</param>
    public static ReferenceRegion[] Cut(LightnessPlane lightness, ChromaPlanes seen, ChromaPlanes colors)
    {
        var side = SideFor(lightness.Width, lightness.Height);
        var (columns, rows) = ((lightness.Width + side - 1) / side, (lightness.Height + side - 1) / side);
        LightnessPlane squared =
            new(lightness.Width, lightness.Height, [.. lightness.Values.Select(value => value * value)]);
        float[] Small(float[] values) =>
            Planes.Resize(lightness.Width, lightness.Height, values, columns, rows, lowest: -128, highest: 10_000);
        float[] mean = Small(lightness.Values), squares = Small(squared.Values);
        float[] seenA = Small(seen.A), seenB = Small(seen.B), a = Small(colors.A), b = Small(colors.B);
        var around = Around(mean, columns, rows);
        return [.. Enumerable.Range(0, columns * rows).Select(i => new ReferenceRegion(
            new Vector4(
                mean[i] / ToneStep, around[i].Mean / AroundStep,
                Steps(MathF.Sqrt(MathF.Max(0, squares[i] - mean[i] * mean[i]))), Steps(around[i].Spread)),
            new Vector4(
                seenA[i] / ChromaStep, seenB[i] / ChromaStep,
                (i / columns + 0.5f) / rows / RowStep, (i % columns + 0.5f) / columns / ColumnStep),
            new Vector2(a[i], b[i])))];
    }

    /// <summary>How unlike two squares are, squared.</summary>
    public float DistanceTo(in ReferenceRegion other) =>
        Vector4.DistanceSquared(Tone, other.Tone) + Vector4.DistanceSquared(Place, other.Place);

    private static float Steps(float spread) => MathF.Log2(1 + spread); // twice as rough is one step

    private static (float Mean, float Spread)[] Around(float[] mean, int columns, int rows)
    {
        const int reach = 2; // squares
        var around = new (float, float)[mean.Length];
        for (var i = 0; i < mean.Length; i++)
        {
            float sum = 0, squares = 0, count = 0;
            for (var y = Math.Max(0, i / columns - reach); y <= Math.Min(rows - 1, i / columns + reach); y++)
                for (var x = Math.Max(0, i % columns - reach); x <= Math.Min(columns - 1, i % columns + reach); x++)
                {
                    var value = mean[y * columns + x];
                    (sum, squares, count) = (sum + value, squares + value * value, count + 1);
                }

            around[i] = (sum / count, MathF.Sqrt(MathF.Max(0, squares / count - sum * sum / (count * count))));
        }

        return around;
    }
}
