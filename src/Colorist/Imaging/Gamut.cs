namespace Colorist.Imaging;

/// <summary>Brings colours that sRGB cannot show into its gamut: less chroma, same hue, same lightness.</summary>
internal static class Gamut
{
    private const float Tolerance = 1e-6f;
    private const int Halvings = 14; // of the chroma: to 1/16000 of it

    /// <param name="lightness">L*, 0..100.</param>
    /// <param name="a">Real a*.</param>
    /// <param name="b">Real b*.</param>
    /// <returns>Linear red, green and blue, 0..1.</returns>
    public static (float Red, float Green, float Blue) ToLinear(float lightness, float a, float b)
    {
        var colour = CieLab.ToLinear(lightness, a, b);
        if (Holds(colour)) return colour;
        var inside = CieLab.ToLinear(lightness, 0, 0);
        float least = 0, most = 1;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (least + most) / 2;
            colour = CieLab.ToLinear(lightness, a * middle, b * middle);
            if (Holds(colour)) (least, inside) = (middle, colour);
            else most = middle;
        }

        return inside;
    }

    private static bool Holds((float Red, float Green, float Blue) colour) =>
        MathF.Min(colour.Red, MathF.Min(colour.Green, colour.Blue)) >= -Tolerance
        && MathF.Max(colour.Red, MathF.Max(colour.Green, colour.Blue)) <= 1 + Tolerance;
}
