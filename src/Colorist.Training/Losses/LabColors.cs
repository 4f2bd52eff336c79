using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>Makes pictures of lightness and chroma, in a way that gradients can go back through.</summary>
internal static class LabColors
{
    private const double Knee = 6.0 / 29; // of CIE L*a*b*

    // From X, Y and Z as shares of D65's white to linear sRGB (IEC 61966-2-1).
    private static readonly float[] ToLinear =
    [
        3.2404542f * 0.95047f, -1.5371385f, -0.4985314f * 1.08883f,
        -0.9692660f * 0.95047f, 1.8760108f, 0.0415560f * 1.08883f,
        0.0556434f * 0.95047f, -0.2040259f, 1.0572252f * 1.08883f,
    ];

    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar Zero = 0;
    private static readonly Scalar One = 1;
    private static readonly Scalar Three = 3;
    private static readonly Scalar Offset = 16;
    private static readonly Scalar Range = 116;
    private static readonly Scalar AUnit = 500;
    private static readonly Scalar BUnit = 200;
    private static readonly Scalar KneeScalar = Knee;
    private static readonly Scalar Slope = 3 * Knee * Knee;
    private static readonly Scalar Foot = 4.0 / 29;
    private static readonly Scalar OutsideSlope = 0.02;
    private static readonly Scalar EncodingKnee = 0.0031308;
    private static readonly Scalar EncodingSlope = 12.92;
    private static readonly Scalar EncodingFactor = 1.055;
    private static readonly Scalar EncodingOffset = 0.055;
    private static readonly Scalar EncodingExponent = 1 / 2.4;
    private static readonly Scalar Tiny = 1e-5; // under a root, whose slope at 0 has no end

    /// <summary>
    /// Colours of sRGB. Outside its range they are cut, but for a small slope: colours that no screen shows still
    /// teach.
    /// </summary>
    /// <param name="lightness">N×1×H×W, L* 0..100.</param>
    /// <param name="chroma">N×2×h×w, real a*b*; brought to the size of the lightness bilinearly.</param>
    /// <returns>N×3×H×W, red, green and blue, 0..1 and a little beyond.</returns>
    public static Tensor ToSrgb(Tensor lightness, Tensor chroma)
    {
        var full = nn.functional.interpolate(chroma, size: [lightness.shape[2], lightness.shape[3]],
            mode: InterpolationMode.Bilinear, align_corners: false);
        var y = lightness.select(1, 0).add(Offset).div(Range);                                    // N × H × W
        var curve = stack([y.add(full.select(1, 0).div(AUnit)), y, y.sub(full.select(1, 1).div(BUnit))], 1);
        var xyz = where(curve.gt(KneeScalar), curve.clamp_min(KneeScalar).pow(Three), curve.sub(Foot).mul(Slope));
        var linear = einsum("ij,njhw->nihw", tensor(ToLinear, [3, 3], device: xyz.device), xyz);  // N × 3 × H × W
        var inside = linear.clamp(Zero, One);
        return Encode(inside.add(linear.sub(inside).mul(OutsideSlope)));
    }

    private static Tensor Encode(Tensor linear) => where(
        linear.le(EncodingKnee),
        linear.mul(EncodingSlope),
        linear.clamp_min(Tiny).pow(EncodingExponent).mul(EncodingFactor).sub(EncodingOffset));
}
