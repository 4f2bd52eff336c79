namespace Colorist.Modelling;

/// <summary>
/// L* turned into the luma that the authors' released networks were trained on, 0.299 R + 0.587 G + 0.114 B of a
/// picture's stored values 0..1: for a grey pixel, the stored value itself.
/// </summary>
internal static class LumaInput
{
    // sRGB (IEC 61966-2-1): stored = 1.055 Y^(1/2.4) − 0.055 above Y = 0.0031308, 12.92 Y below.
    private const float Gain = 1.055f, Offset = -0.055f, Exponent = 1 / 2.4f, LinearGain = 12.92f;
    private const float LinearLightness = 0.0031308f * Kappa;

    // CIE 15: Y = ((L* + 16) / 116)³ from L* = 8 on, L* / κ below.
    private const float Kappa = 24389f / 27, CubicLightness = 8;

    /// <summary>Adds the nodes.</summary>
    /// <param name="graph">Of a network.</param>
    /// <param name="lightness">The name of L*, 0..100.</param>
    /// <returns>The name of the luma, 0..1, same shape.</returns>
    public static string Add(GraphBuilder graph, string lightness)
    {
        var light =
            graph.Scale(graph.Power(graph.Scale(lightness, 1f / 116, 16f / 116, ".root"), 3 * Exponent), Gain, Offset);
        var dark = graph.Scale(graph.Power(graph.Scale(lightness, 1 / Kappa, 0, ".dark"), Exponent), Gain, Offset);
        var darkest = graph.Scale(lightness, LinearGain / Kappa, 0, ".darkest");
        return graph.Below(lightness, LinearLightness, darkest, graph.Below(lightness, CubicLightness, dark, light));
    }
}
