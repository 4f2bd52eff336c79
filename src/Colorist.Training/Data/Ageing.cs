using System.Numerics.Tensors;

namespace Colorist.Training;

/// <summary>Blur, fading and grain on a lightness plane.</summary>
internal static class Ageing
{
    private const float FullLightness = 100;

    /// <summary>Makes a picture look older, or leaves it as it is.</summary>
    /// <param name="lightness">side×side, L* 0..100; changed in place.</param>
    /// <param name="side">Pixels.</param>
    /// <param name="recipe">How much at most.</param>
    /// <param name="random">Decides; the same state gives the same picture.</param>
    public static void Apply(Span<float> lightness, int side, AgeingRecipe recipe, Random random)
    {
        if (random.NextDouble() >= recipe.Share) return;
        Blur(lightness, side, random.NextDouble() * recipe.Blur);
        Fade(lightness, random.NextSingle() * (float)recipe.Fading, random.NextSingle(), 0.8f
            + 0.5f * random.NextSingle());
        AddGrain(lightness, random.NextDouble() * recipe.Grain, random);
    }

    /// <summary>Gaussian blur; the border is continued.</summary>
    private static void Blur(Span<float> plane, int side, double deviation)
    {
        var reach = (int)Math.Ceiling(2.5 * deviation);
        var weights = Enumerable.Range(-reach, 2 * reach + 1)
            .Select(i => (float)Math.Exp(-i * i / (2 * deviation * deviation + 1e-9))).ToArray();
        TensorPrimitives.Divide(weights, TensorPrimitives.Sum<float>(weights), weights);
        Span<float> rows = new float[plane.Length], continued = new float[side + 2 * reach];
        for (var y = 0; y < side; y++)
        {
            var row = plane.Slice(y * side, side);
            continued[..reach].Fill(row[0]);
            row.CopyTo(continued[reach..]);
            continued[^reach..].Fill(row[^1]);
            for (var i = 0; i < weights.Length; i++)
                Add(weights[i], continued.Slice(i, side), rows.Slice(y * side, side));
        }
        plane.Clear();
        for (var y = 0; y < side; y++)
            for (var i = 0; i < weights.Length; i++)
                Add(weights[i], rows.Slice(Math.Clamp(y + i - reach, 0, side - 1) * side, side),
                    plane.Slice(y * side, side));
    }

    private static void Add(float weight, ReadOnlySpan<float> values, Span<float> sums) =>
        TensorPrimitives.MultiplyAdd(values, weight, sums, sums);

    /// <summary>
    /// Takes some of the contrast away, towards a level between black and white, and bends the middle tones.
    /// </summary>
    private static void Fade(Span<float> plane, float share, float towards, float gamma)
    {
        TensorPrimitives.Divide(plane, FullLightness, plane);
        Limit(plane, 1);
        TensorPrimitives.Pow(plane, gamma, plane);
        TensorPrimitives.Multiply(plane, FullLightness * (1 - share), plane);
        TensorPrimitives.Add(plane, FullLightness * share * towards, plane);
    }

    /// <summary>
    /// Adds normally distributed noise, one pixel of each half of the plane from two random numbers (Box and Muller
    /// 1958).
    /// </summary>
    private static void AddGrain(Span<float> plane, double deviation, Random random)
    {
        var half = plane.Length / 2;
        Span<float> lengths = new float[half], sines = new float[half], cosines = new float[half];
        foreach (ref var length in lengths) length = 1 - random.NextSingle();
        foreach (ref var turn in sines) turn = random.NextSingle();
        TensorPrimitives.Log<float>(lengths, lengths);
        TensorPrimitives.Multiply(lengths, -2 * (float)(deviation * deviation), lengths);
        TensorPrimitives.Sqrt<float>(lengths, lengths);
        TensorPrimitives.Multiply(sines, MathF.Tau, sines);
        TensorPrimitives.SinCos<float>(sines, sines, cosines);
        TensorPrimitives.MultiplyAdd(lengths, sines, plane[..half], plane[..half]);
        TensorPrimitives.MultiplyAdd(lengths, cosines, plane[half..], plane[half..]);
        Limit(plane, FullLightness);
    }

    private static void Limit(Span<float> values, float most)
    {
        TensorPrimitives.Max(values, 0, values);
        TensorPrimitives.Min(values, most, values);
    }
}
