using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>How long colours are in the plane of a*b*, and how different they look.</summary>
internal static class ChromaDifference
{
    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar One = 1;
    private static readonly Scalar Two = 2;
    private static readonly Scalar Three = 3;
    private static readonly Scalar Seven = 7;
    private static readonly Scalar Knee = 25; // C*ab, of CIEDE2000's G
    private static readonly Scalar ChromaDiscount = 0.045; // of CIEDE2000's S_C
    private static readonly Scalar HueDiscount = 0.015; // of its S_H
    private static readonly Scalar Tiny = 1e-8; // under a root, whose slope at 0 has no end

    /// <summary>
    /// The square of CIEDE2000 at equal lightness, without its factor for single hues and its turn of blues.
    /// </summary>
    /// <param name="predicted">N×2×h×w, real a*b*.</param>
    /// <param name="truth">The same.</param>
    /// <returns>N×h×w, squared ΔE00.</returns>
    public static Tensor Squared(Tensor predicted, Tensor truth)
    {
        var stretch = Stretch(Length(predicted).add(Length(truth)).div(Two)); // N × h × w
        var (found, real) = (Stretched(predicted, stretch), Stretched(truth, stretch));
        var (foundChroma, realChroma) = (Length(found), Length(real));
        var chroma = foundChroma.sub(realChroma);
        var squaredHue = SquaredLength(found.sub(real)).sub(chroma.mul(chroma)).relu();
        var mean = foundChroma.add(realChroma).div(Two);
        var (chromaScale, hueScale) = (mean.mul(ChromaDiscount).add(One), mean.mul(HueDiscount).add(One));
        return chroma.mul(chroma).div(chromaScale.mul(chromaScale)).add(squaredHue.div(hueScale.mul(hueScale)));
    }

    /// <summary>a*² + b*² of N×2×h×w, N×h×w.</summary>
    // not square(), which passes a temporary scalar
    public static Tensor SquaredLength(Tensor chroma) => chroma.mul(chroma).sum(1);

    /// <summary>
    /// How much longer a* counts at a mean chroma than b*, CIEDE2000's 1 + G: half as much again near grey, nothing
    /// from about 40 on.
    /// </summary>
    private static Tensor Stretch(Tensor chroma)
    {
        using var noGradients = no_grad();
        var seventh = chroma.div(Knee).pow(Seven);
        return seventh.div(seventh.add(One)).sqrt().sub(Three).div(Two).neg();
    }

    private static Tensor Stretched(Tensor chroma, Tensor stretch) =>
        stack([chroma.select(1, 0).mul(stretch), chroma.select(1, 1)], 1);

    private static Tensor Length(Tensor chroma) => SquaredLength(chroma).add(Tiny).sqrt();
}
