namespace Colorist.Tests;

/// <summary>Frames of smooth patterns that can be shifted by parts of a pixel.</summary>
internal static class SmallFrames
{
    public const int Width = 96;
    public const int Height = 72;

    /// <param name="x">What is at a place in the unshifted pattern is so far to the right here.</param>
    /// <param name="y">And so far down.</param>
    /// <param name="seed">Of the pattern.</param>
    /// <param name="gain">Times L*.</param>
    /// <param name="offset">Added to L*.</param>
    public static float[] Lightness(float x, float y, int seed = 1, float gain = 1, float offset = 0)
    {
        var random = new Random(seed);
        var waves = Enumerable.Range(0, 24)
            .Select(
                _ => (X: (random.NextSingle() - 0.5f) * 0.9f, Y: (random.NextSingle() - 0.5f) * 0.9f,
                    Phase: random.NextSingle() * MathF.Tau)).ToList();
        return [.. Enumerable.Range(0, Width * Height).Select(i =>
        {
            float column = i % Width - x, row = i / Width - y;
            var sum = waves.Sum(wave => MathF.Sin(wave.X * column + wave.Y * row + wave.Phase));
            return Math.Clamp(gain * (50 + 6 * sum) + offset, 0, 100);
        })];
    }

    public static Motion Motion(float x, float y, int seed = 1, float gain = 1, float offset = 0) =>
        new(Width, Height, Lightness(x, y, seed, gain, offset));

    public static LumaFrame Frame(long index, float[] lightness) =>
        new(index, index, [], new LightnessPlane(Width, Height, lightness));
}
