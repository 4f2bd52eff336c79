using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Colorist;

/// <summary>
/// <see cref="CieLab"/> for whole rows, several pixels at once; spans are as long as <see cref="Padded"/> says.
/// </summary>
/// <remarks>
/// Loops over pixels, here and beside, are compiled fully at once: a photo of 24 megapixels is done before the runtime
/// would do so by itself.
/// </remarks>
internal static class LabRow
{
    private const float Tolerance = 1e-6f;
    private const int Halvings = 14; // of the chroma: to 1/16000 of it
    private const int LinearSteps = 1 << 14; // a fifth of an 8-bit step near black, where the curve is steepest

    private static readonly byte[] ByteOfStep = [.. Enumerable.Range(0, LinearSteps + 1)
        .Select(step => (byte)(CieLab.Encode((float)step / LinearSteps) * 255 + 0.5f))];

    /// <summary>The next whole number of vectors.</summary>
    public static int Padded(int width) =>
        (width + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>Turns luminance, 0..1, into L*, 0..100, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToLightness(Span<float> row)
    {
        for (var x = 0; x < row.Length; x += Vector<float>.Count)
        {
            (116 * Curve(new Vector<float>(row[x..])) - new Vector<float>(16)).CopyTo(row[x..]);
        }
    }

    /// <summary>
    /// Turns linear red, green and blue, 0..1, into L*a*b* in place: red becomes L*, 0..100, green real a*, blue real
    /// b*.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FromLinear(Span<float> red, Span<float> green, Span<float> blue)
    {
        for (var at = 0; at < red.Length; at += Vector<float>.Count)
        {
            var (r, g, b) =
                (new Vector<float>(red[at..]), new Vector<float>(green[at..]), new Vector<float>(blue[at..]));
            var x = Curve((0.4124564f * r + 0.3575761f * g + 0.1804375f * b) * (1 / CieLab.WhiteX));
            var y = Curve(0.2126729f * r + 0.7151522f * g + 0.0721750f * b);
            var z = Curve((0.0193339f * r + 0.1191920f * g + 0.9503041f * b) * (1 / CieLab.WhiteZ));
            (116 * y - new Vector<float>(16)).CopyTo(red[at..]);
            (500 * (x - y)).CopyTo(green[at..]);
            (200 * (y - z)).CopyTo(blue[at..]);
        }
    }

    /// <summary>
    /// Turns L*a*b* into sRGB; a colour outside its gamut loses chroma until it is inside: same hue, same lightness.
    /// </summary>
    /// <param name="lightness">L*, 0..100; receives red, 0..1 as stored.</param>
    /// <param name="a">Real a*; receives green.</param>
    /// <param name="b">Real b*; receives blue.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToSrgb(Span<float> lightness, Span<float> a, Span<float> b)
    {
        for (var x = 0; x < lightness.Length; x += Vector<float>.Count)
        {
            var (red, green, blue) =
                ToGamut(new Vector<float>(lightness[x..]), new Vector<float>(a[x..]), new Vector<float>(b[x..]));
            Encode(red).CopyTo(lightness[x..]);
            Encode(green).CopyTo(a[x..]);
            Encode(blue).CopyTo(b[x..]);
        }
    }

    /// <summary>The same to 8 bits, rounded, by a table of the curve.</summary>
    /// <param name="lightness">L*, 0..100; is lost.</param>
    /// <param name="a">Real a*; is lost.</param>
    /// <param name="b">Real b*; is lost.</param>
    /// <param name="painted">
    /// Receives red, green, blue and whatever other bands there are, which are left alone, pixel by pixel.
    /// </param>
    /// <param name="bands">3 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToSrgbBytes(Span<float> lightness, Span<float> a, Span<float> b, Span<byte> painted, int bands)
    {
        Span<int> reds = MemoryMarshal.Cast<float, int>(lightness), greens =
            MemoryMarshal.Cast<float, int>(a), blues = MemoryMarshal.Cast<float, int>(b);
        for (var x = 0; x < lightness.Length; x += Vector<float>.Count)
        {
            var (red, green, blue) =
                ToGamut(new Vector<float>(lightness[x..]), new Vector<float>(a[x..]), new Vector<float>(b[x..]));
            Step(red).CopyTo(reds[x..]);
            Step(green).CopyTo(greens[x..]);
            Step(blue).CopyTo(blues[x..]);
        }

        var bytes = ByteOfStep;
        for (int x = 0, i = 0; i < painted.Length; x++, i += bands)
        {
            painted[i] = bytes[reds[x]];
            painted[i + 1] = bytes[greens[x]];
            painted[i + 2] = bytes[blues[x]];
        }
    }

    private static Vector<float> Curve(Vector<float> value) => Vector.ConditionalSelect(
        Vector.GreaterThan(value, new Vector<float>(CieLab.Epsilon)),
        CubeRoot(value),
        (CieLab.Kappa * value + new Vector<float>(16)) * (1 / 116f));

    private static Vector<int> Step(Vector<float> linear) =>
        Vector.ConvertToInt32(Vector.Min(Vector.Max(linear, Vector<float>.Zero), Vector<float>.One) * LinearSteps
            + new Vector<float>(0.5f));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (Vector<float> Red, Vector<float> Green, Vector<float> Blue) ToGamut(
        Vector<float> lightness, Vector<float> a, Vector<float> b)
    {
        var curve = (lightness + new Vector<float>(16)) * (1 / 116f);
        var y = InverseCurve(curve);
        (a, b) = (a * (1 / 500f), b * (1 / 200f));
        var (red, green, blue) = ToLinear(curve, y, a, b);
        var inside = Holds(red, green, blue);
        if (Vector.EqualsAll(inside, new Vector<int>(-1))) return (red, green, blue);
        Vector<float> least = Vector<float>.Zero, most = Vector<float>.One;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (least + most) / 2f;
            (red, green, blue) = ToLinear(curve, y, a * middle, b * middle);
            var holds = Holds(red, green, blue);
            least = Vector.ConditionalSelect(holds, middle, least);
            most = Vector.ConditionalSelect(holds, most, middle);
        }

        var share = Vector.ConditionalSelect(inside, Vector<float>.One, least);
        return ToLinear(curve, y, a * share, b * share);
    }

    private static Vector<int> Holds(Vector<float> red, Vector<float> green, Vector<float> blue) =>
        Vector.GreaterThanOrEqual(Vector.Min(red, Vector.Min(green, blue)), new Vector<float>(-Tolerance))
        & Vector.LessThanOrEqual(Vector.Max(red, Vector.Max(green, blue)), new Vector<float>(1 + Tolerance));

    /// <param name="curve">Of the luminance.</param>
    /// <param name="y">The luminance.</param>
    /// <param name="a">Real a* by 500.</param>
    /// <param name="b">Real b* by 200.</param>
    private static (Vector<float> Red, Vector<float> Green, Vector<float> Blue) ToLinear(
        Vector<float> curve, Vector<float> y, Vector<float> a, Vector<float> b)
    {
        var x = InverseCurve(curve + a) * CieLab.WhiteX;
        var z = InverseCurve(curve - b) * CieLab.WhiteZ;
        return (
            3.2404542f * x - 1.5371385f * y - 0.4985314f * z,
            -0.9692660f * x + 1.8760108f * y + 0.0415560f * z,
            0.0556434f * x - 0.2040259f * y + 1.0572252f * z);
    }

    private static Vector<float> InverseCurve(Vector<float> value)
    {
        var cube = value * value * value;
        return Vector.ConditionalSelect(
            Vector.GreaterThan(cube, new Vector<float>(CieLab.Epsilon)),
            cube,
            (116 * value - new Vector<float>(16)) * (1 / CieLab.Kappa));
    }

    private static Vector<float> Encode(Vector<float> linear)
    {
        linear = Vector.Min(Vector.Max(linear, Vector<float>.Zero), Vector<float>.One);
        var root = CubeRoot(linear);
        var power = root * Vector.SquareRoot(Vector.SquareRoot(root)); // x^(1/3) x^(1/12) = x^(1/2.4)
        var encoded = Vector.ConditionalSelect(
            Vector.GreaterThan(linear, new Vector<float>(0.0031308f)), 1.055f * power - new Vector<float>(0.055f),
            12.92f * linear);
        return Vector.Min(encoded, Vector<float>.One);
    }

    /// <summary>
    /// A third of the exponent as a first guess, then two of Halley's steps, each of which triples the number of right
    /// digits.
    /// </summary>
    private static Vector<float> CubeRoot(Vector<float> value)
    {
        var bits = Vector.ConvertToSingle(Vector.AsVectorInt32(value)) * (1 / 3f) + new Vector<float>(709_921_077f);
        var root = Vector.AsVectorSingle(Vector.ConvertToInt32(bits));
        for (var i = 0; i < 2; i++)
        {
            var cube = root * root * root;
            root *= (cube + 2 * value) / (2 * cube + value);
        }

        return root;
    }
}
