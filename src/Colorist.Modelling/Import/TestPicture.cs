namespace Colorist.Modelling;

/// <summary>
/// A picture without colour, computed: a sky that gets lighter towards the hills, a dark wood, a rough meadow.
/// </summary>
internal static class TestPicture
{
    /// <summary>Draws it.</summary>
    /// <param name="side">Columns and rows.</param>
    /// <returns>L*, 0..100.</returns>
    public static LightnessPlane Lightness(int side)
    {
        var random = new Random(1);
        var values = new float[side * side];
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                values[y * side + x] = At((float)x / side, (float)y / side, random.NextSingle());
        return new LightnessPlane(side, side, values);
    }

    private static float At(float x, float y, float grain)
    {
        var hills = 0.45f + 0.08f * MathF.Sin(7 * x) + 0.03f * MathF.Sin(23 * x);
        var wood = 0.62f + 0.02f * MathF.Sin(60 * x);
        return y < hills ? 60 + 60 * y
            : y < wood ? 18 + 14 * grain
            : 40 + 22 * y * MathF.Abs(MathF.Sin(90 * x / (0.3f + y))) + 8 * grain;
    }
}
