using System.Numerics;

namespace Colorist;

/// <summary>
/// Finds the cast of a picture on places that may be neutral things: bright, and of little colour. Each says what a
/// white paper would have in the same light; the bright ones count more, and those far from what most say hardly (the
/// mean is found again with the places near the last one).
/// </summary>
internal static class NeutralCast
{
    /// <summary>C*ab of a white paper: more is never taken away.</summary>
    public const float Most = 8;

    private const float MinLightness = 40;
    private const float MaxChroma = 16; // of what may be neutral in a light of another colour
    private const float Wide = 10; // C*ab: places so far from the mean count a third, at first
    private const float Narrow = 4; // and at last
    private const int Rounds = 6;
    private const double MinShare = 0.01; // of all places

    /// <summary>The a* and b* that a white paper has too much; zero where too few places speak.</summary>
    /// <param name="lightness">Of the picture.</param>
    /// <param name="chroma">Its colours, as large.</param>
    public static Vector2 Find(LightnessPlane lightness, ChromaPlanes chroma)
    {
        var places = Places(lightness.Values, chroma);
        if (places.Count < MinShare * lightness.Values.Length) return Vector2.Zero;
        var mean = Vector2.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            var width = float.Lerp(Wide, Narrow, round / (Rounds - 1f));
            var (sum, weights) = (Vector2.Zero, 0f);
            foreach (var (cast, weight) in places)
            {
                var near = weight * MathF.Exp(-Vector2.DistanceSquared(cast, mean) / (width * width));
                sum += near * cast;
                weights += near;
            }

            mean = sum / MathF.Max(weights, 1e-6f);
        }

        return mean.Length() <= Most ? mean : mean * (Most / mean.Length());
    }

    private static List<(Vector2 Cast, float Weight)> Places(float[] lightness, ChromaPlanes chroma)
    {
        var places = new List<(Vector2, float)>();
        for (var i = 0; i < lightness.Length; i++)
        {
            var color = new Vector2(chroma.A[i], chroma.B[i]);
            if (lightness[i] < MinLightness || color.LengthSquared() > MaxChroma * MaxChroma) continue;
            var bright = (lightness[i] - MinLightness) / (100 - MinLightness);
            places.Add((color / ChromaFinish.ShareOfCast(lightness[i]), bright * bright));
        }

        return places;
    }
}
