using System.Numerics.Tensors;

namespace Colorist.Training;

/// <summary>What age did to one picture.</summary>
/// <param name="Blur">Standard deviation in pixels.</param>
/// <param name="Fading">Share of the contrast that is gone, 0..1.</param>
/// <param name="Towards">The level that it faded to, 0 black to 1 white.</param>
/// <param name="Gamma">Exponent on the tones before that.</param>
/// <param name="Grain">Standard deviation in L*.</param>
internal sealed record Ageing(double Blur, float Fading, float Towards, float Gamma, double Grain)
{
    private const float FullLightness = 100;

    /// <summary>Draws how a picture ages.</summary>
    /// <param name="recipe">How much at most.</param>
    /// <param name="random">Decides; the same state gives the same ageing.</param>
    /// <returns>Null for one that stays as it is.</returns>
    public static Ageing? Draw(AgeingRecipe recipe, Random random) => random.NextDouble() >= recipe.Share
        ? null
        : new Ageing(random.NextDouble() * recipe.Blur, random.NextSingle() * (float)recipe.Fading,
            random.NextSingle(), 0.8f + 0.5f * random.NextSingle(), random.NextDouble() * recipe.Grain);

    /// <summary>Makes a picture look older.</summary>
    /// <param name="lightness">side×side, L* 0..100; changed in place.</param>
    /// <param name="side">Pixels.</param>
    /// <param name="random">Draws the grain.</param>
    public void Apply(Span<float> lightness, int side, Random random)
    {
        Soften(lightness, side, Blur);
        Fade(lightness);
        AddGrain(lightness, Grain, random);
    }

    /// <summary>
    /// Takes some of the contrast away, towards a level between black and white, and bends the middle tones.
    /// </summary>
    /// <param name="lightness">L* 0..100; changed in place.</param>
    public void Fade(Span<float> lightness)
    {
        TensorPrimitives.Divide(lightness, FullLightness, lightness);
        Limit(lightness, 1);
        TensorPrimitives.Pow(lightness, Gamma, lightness);
        TensorPrimitives.Multiply(lightness, FullLightness * (1 - Fading), lightness);
        TensorPrimitives.Add(lightness, FullLightness * Fading * Towards, lightness);
    }

    /// <summary>Gaussian blur; the border is continued.</summary>
    private static void Soften(Span<float> plane, int side, double deviation)
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
