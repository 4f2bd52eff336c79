namespace Colorist.Evaluation;

/// <summary>How much colour a picture has: what decides whether it can teach any.</summary>
/// <param name="Chroma">Mean C*ab over the pixels; a grey picture has about 0.</param>
/// <param name="Spread">
/// Standard deviation of a*b* around their mean; a tinted picture (sepia, cyanotype) has little.
/// </param>
public sealed record ColorMeasure(double Chroma, double Spread)
{
    /// <summary>Measures a picture.</summary>
    public static ColorMeasure FromPicture(RgbPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        double chroma = 0, sumA = 0, sumB = 0, squares = 0;
        for (var i = 0; i < picture.Pixels.Length; i += 3)
        {
            var (_, a, b) = CieLab.FromSrgb(picture.Pixels[i], picture.Pixels[i + 1], picture.Pixels[i + 2]);
            chroma += MathF.Sqrt(a * a + b * b);
            (sumA, sumB, squares) = (sumA + a, sumB + b, squares + a * a + b * b);
        }
        var count = picture.Pixels.Length / 3;
        var variance = squares / count - (sumA * sumA + sumB * sumB) / ((double)count * count);
        return new ColorMeasure(chroma / count, Math.Sqrt(Math.Max(0, variance)));
    }
}
