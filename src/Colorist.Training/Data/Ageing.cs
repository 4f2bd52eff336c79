namespace Colorist.Training.Data;

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
        Fade(lightness, random.NextSingle() * (float)recipe.Fading, random.NextSingle(), 0.8f + 0.5f * random.NextSingle());
        AddGrain(lightness, random.NextDouble() * recipe.Grain, random);
    }

    /// <summary>Gaussian blur; the border is continued.</summary>
    private static void Blur(Span<float> plane, int side, double deviation)
    {
        var reach = (int)Math.Ceiling(2.5 * deviation);
        var weights = Enumerable.Range(-reach, 2 * reach + 1).Select(i => (float)Math.Exp(-i * i / (2 * deviation * deviation + 1e-9))).ToArray();
        var sum = weights.Sum();
        var rows = new float[plane.Length];
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                for (var i = -reach; i <= reach; i++)
                    rows[y * side + x] += weights[i + reach] / sum * plane[y * side + Math.Clamp(x + i, 0, side - 1)];
        plane.Clear();
        for (var y = 0; y < side; y++)
            for (var i = -reach; i <= reach; i++)
                for (var x = 0; x < side; x++)
                    plane[y * side + x] += weights[i + reach] / sum * rows[Math.Clamp(y + i, 0, side - 1) * side + x];
    }

    /// <summary>Takes some of the contrast away, towards a level between black and white, and bends the middle tones.</summary>
    private static void Fade(Span<float> plane, float share, float towards, float gamma)
    {
        foreach (ref var value in plane)
            value = FullLightness * ((1 - share) * MathF.Pow(Math.Clamp(value / FullLightness, 0, 1), gamma) + share * towards);
    }

    /// <summary>Adds normally distributed noise, two pixels at a time (Box and Muller 1958).</summary>
    private static void AddGrain(Span<float> plane, double deviation, Random random)
    {
        for (var i = 0; i + 1 < plane.Length; i += 2)
        {
            var length = (float)deviation * MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle()));
            var (sine, cosine) = MathF.SinCos(MathF.Tau * random.NextSingle());
            plane[i] = Math.Clamp(plane[i] + length * sine, 0, FullLightness);
            plane[i + 1] = Math.Clamp(plane[i + 1] + length * cosine, 0, FullLightness);
        }
    }
}
