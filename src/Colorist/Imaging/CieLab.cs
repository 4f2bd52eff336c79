namespace Colorist;

/// <summary>
/// CIE L*a*b* (white D65) and sRGB (IEC 61966-2-1), one value at a time. L* is 0..100; a* and b* are real values,
/// inside sRGB's gamut −86..98 and −108..94; luminance and linear red, green and blue are 0..1. Formulas: CIE 15:2004
/// and brucelindbloom.com.
/// </summary>
/// <remarks>
/// The white point is the matrix's own (the sum of its columns), so that grey is exactly a* = b* = 0.
/// </remarks>
public static class CieLab
{
    internal const float Epsilon = 216f / 24389f;
    internal const float Kappa = 24389f / 27f;

    internal const float WhiteX = 0.4124564f + 0.3575761f + 0.1804375f;
    internal const float WhiteZ = 0.0193339f + 0.1191920f + 0.9503041f;

    internal static readonly float[] LinearOfByte = [.. Enumerable.Range(0, 256)
        .Select(value => Linearize(value / 255f))];

    /// <summary>Undoes the sRGB transfer curve.</summary>
    /// <param name="encoded">0..1 as stored in a picture.</param>
    /// <returns>0..1, proportional to light.</returns>
    public static float Linearize(float encoded) =>
        encoded <= 0.04045f ? encoded / 12.92f : MathF.Pow((encoded + 0.055f) / 1.055f, 2.4f);

    /// <summary>Applies the sRGB transfer curve.</summary>
    /// <param name="linear">0..1, proportional to light.</param>
    /// <returns>0..1 as stored in a picture.</returns>
    public static float Encode(float linear) =>
        linear <= 0.0031308f ? linear * 12.92f : 1.055f * MathF.Pow(linear, 1 / 2.4f) - 0.055f;

    /// <summary>The luminance Y of linear red, green and blue.</summary>
    /// <returns>0..1.</returns>
    public static float Luminance(float red, float green, float blue) =>
        0.2126729f * red + 0.7151522f * green + 0.0721750f * blue;

    /// <summary>The lightness of a luminance.</summary>
    /// <param name="luminance">Y, 0..1.</param>
    /// <returns>L*, 0..100.</returns>
    public static float LightnessOf(float luminance) => 116 * Curve(luminance) - 16;

    /// <summary>The luminance of a lightness.</summary>
    /// <param name="lightness">L*, 0..100.</param>
    /// <returns>Y, 0..1.</returns>
    public static float LuminanceOf(float lightness) => InverseCurve((lightness + 16) / 116);

    /// <summary>Converts one 8-bit sRGB pixel.</summary>
    /// <returns>L* 0..100, real a* and b*.</returns>
    public static (float Lightness, float A, float B) FromSrgb(byte red, byte green, byte blue) =>
        FromLinear(LinearOfByte[red], LinearOfByte[green], LinearOfByte[blue]);

    /// <summary>Converts a row of 8-bit sRGB pixels, several at once.</summary>
    /// <param name="pixels">Red, green, blue and perhaps more bands, pixel by pixel.</param>
    /// <param name="bands">Bytes of a pixel, at least 3.</param>
    /// <param name="lightness">
    /// Receives L*, 0..100; the three spans are as long as <see cref="RowLength"/> says.
    /// </param>
    /// <param name="a">Receives real a*.</param>
    /// <param name="b">Receives real b*.</param>
    public static void FromSrgb(
        ReadOnlySpan<byte> pixels, int bands, Span<float> lightness, Span<float> a, Span<float> b)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bands, 3);
        for (int x = 0, i = 0; i < pixels.Length; x++, i += bands)
            (lightness[x], a[x], b[x]) =
                (LinearOfByte[pixels[i]], LinearOfByte[pixels[i + 1]], LinearOfByte[pixels[i + 2]]);
        LabRow.FromLinear(lightness, a, b);
    }

    /// <summary>
    /// How long the spans of a row are: its pixels, rounded up to what the processor converts at once.
    /// </summary>
    /// <param name="width">Pixels of the row, at least 1.</param>
    public static int RowLength(int width) => LabRow.Padded(width);

    /// <summary>Converts linear red, green and blue, 0..1.</summary>
    /// <returns>L* 0..100, real a* and b*.</returns>
    public static (float Lightness, float A, float B) FromLinear(float red, float green, float blue)
    {
        var x = Curve((0.4124564f * red + 0.3575761f * green + 0.1804375f * blue) / WhiteX);
        var y = Curve(Luminance(red, green, blue));
        var z = Curve((0.0193339f * red + 0.1191920f * green + 0.9503041f * blue) / WhiteZ);
        return (116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /// <summary>
    /// Converts to linear red, green and blue; values outside 0..1 mean a colour that sRGB cannot show.
    /// </summary>
    /// <param name="lightness">L*, 0..100.</param>
    /// <param name="a">Real a*.</param>
    /// <param name="b">Real b*.</param>
    public static (float Red, float Green, float Blue) ToLinear(float lightness, float a, float b)
    {
        var fy = (lightness + 16) / 116;
        var x = InverseCurve(fy + a / 500) * WhiteX;
        var y = InverseCurve(fy);
        var z = InverseCurve(fy - b / 200) * WhiteZ;
        return (
            3.2404542f * x - 1.5371385f * y - 0.4985314f * z,
            -0.9692660f * x + 1.8760108f * y + 0.0415560f * z,
            0.0556434f * x - 0.2040259f * y + 1.0572252f * z);
    }

    private static float Curve(float value) => value > Epsilon ? CubeRoot(value) : (Kappa * value + 16) / 116;

    private static float InverseCurve(float value)
    {
        var cube = value * value * value;
        return cube > Epsilon ? cube : (116 * value - 16) / Kappa;
    }

    /// <summary>
    /// Four times as fast as MathF.Cbrt: a third of the exponent as a first guess, then two of Halley's steps.
    /// </summary>
    private static float CubeRoot(float value)
    {
        var root = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value) / 3 + 709_921_077);
        for (var i = 0; i < 2; i++)
        {
            var cube = root * root * root;
            root *= (cube + 2 * value) / (2 * cube + value);
        }

        return root;
    }
}
