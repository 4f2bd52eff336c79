namespace Colorist.Evaluation;

/// <summary>How far one 8-bit sRGB picture is from another; both are height×width×3 of the same size.</summary>
public static class Measures
{
    /// <summary>
    /// The highest value of a ratio in decibels, given to equal pictures, whose true ratio is infinite.
    /// </summary>
    public const double MaxDecibels = 100;

    /// <summary>
    /// Peak signal-to-noise ratio: 10·log10(255² / mean squared error) over all pixels and the three channels.
    /// </summary>
    /// <returns>Decibels, higher is better, at most <see cref="MaxDecibels"/>.</returns>
    /// <exception cref="ArgumentException">
    /// The pictures differ in size, are empty, or are not made of three channels.
    /// </exception>
    public static double Psnr(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> picture)
    {
        Check(truth, picture);
        var sum = 0L;
        for (var i = 0; i < truth.Length; i++)
        {
            var error = truth[i] - picture[i];
            sum += error * error;
        }
        return Decibels((double)sum / truth.Length, peak: 255);
    }

    /// <summary>
    /// How exactly the lightness was kept: peak signal-to-noise ratio of L*, 10·log10(100² / mean squared error).
    /// </summary>
    /// <remarks>
    /// L* and not the luma of video, because a change of colour alone moves luma but not lightness. Rounding to 8 bits
    /// alone leaves about 60 dB.
    /// </remarks>
    /// <returns>Decibels, higher is better, at most <see cref="MaxDecibels"/>.</returns>
    /// <exception cref="ArgumentException">
    /// The pictures differ in size, are empty, or are not made of three channels.
    /// </exception>
    public static double LightnessPsnr(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> picture)
    {
        Check(truth, picture);
        double sum = 0;
        for (var i = 0; i < truth.Length; i += 3)
        {
            double error = Lab(truth, i).Lightness - Lab(picture, i).Lightness;
            sum += error * error;
        }
        return Decibels(sum / (truth.Length / 3), peak: 100);
    }

    /// <summary>Root of the mean squared error of a* and b*, over all pixels and the two channels.</summary>
    /// <returns>In units of a* and b*, 0 is best.</returns>
    /// <exception cref="ArgumentException">
    /// The pictures differ in size, are empty, or are not made of three channels.
    /// </exception>
    public static double AbRmse(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> picture)
    {
        Check(truth, picture);
        double sum = 0;
        for (var i = 0; i < truth.Length; i += 3)
        {
            var (wanted, found) = (Lab(truth, i), Lab(picture, i));
            double a = wanted.A - found.A, b = wanted.B - found.B;
            sum += a * a + b * b;
        }
        return Math.Sqrt(sum / (truth.Length / 3 * 2));
    }

    /// <summary>Mean over the pixels of <see cref="ColorDifference.Ciede2000"/>.</summary>
    /// <returns>ΔE00, 0 is best.</returns>
    /// <exception cref="ArgumentException">
    /// The pictures differ in size, are empty, or are not made of three channels.
    /// </exception>
    public static double MeanCiede2000(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> picture)
    {
        Check(truth, picture);
        double sum = 0;
        for (var i = 0; i < truth.Length; i += 3)
            sum += ColorDifference.Ciede2000(Lab(truth, i), Lab(picture, i));
        return sum / (truth.Length / 3);
    }

    /// <summary>
    /// How colourful a picture looks: sqrt(σrg² + σyb²) + 0.3·sqrt(μrg² + μyb²) with rg = R − G and yb = (R + G)/2 − B
    /// on 0..255, σ and μ over the pixels. Hasler and Süsstrunk, "Measuring colourfulness in natural images", Human
    /// Vision and Electronic Imaging VIII, 2003.
    /// </summary>
    /// <returns>0 for grey; about 15 looks slightly, 33 moderately, 59 quite and 109 extremely colourful.</returns>
    /// <exception cref="ArgumentException">The picture is empty or not made of three channels.</exception>
    public static double Colorfulness(ReadOnlySpan<byte> picture)
    {
        Check(picture, picture);
        double rgSum = 0, ybSum = 0, squares = 0;
        for (var i = 0; i < picture.Length; i += 3)
        {
            double rg = picture[i] - picture[i + 1], yb = (picture[i] + picture[i + 1]) / 2.0 - picture[i + 2];
            rgSum += rg;
            ybSum += yb;
            squares += rg * rg + yb * yb;
        }
        var pixels = picture.Length / 3;
        var meanSquared = (rgSum * rgSum + ybSum * ybSum) / ((double)pixels * pixels);
        return Math.Sqrt(Math.Max(0, squares / pixels - meanSquared)) + 0.3 * Math.Sqrt(meanSquared);
    }

    internal static double Decibels(double meanSquaredError, double peak) =>
        Math.Min(MaxDecibels, 10 * Math.Log10(peak * peak / meanSquaredError));

    private static (float Lightness, float A, float B) Lab(ReadOnlySpan<byte> rgb, int at) =>
        CieLab.FromSrgb(rgb[at], rgb[at + 1], rgb[at + 2]);

    private static void Check(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> picture)
    {
        if (truth.Length == 0 || truth.Length % 3 != 0)
            throw new ArgumentException($"expected height×width×3 bytes, found {truth.Length}", nameof(truth));
        if (picture.Length != truth.Length)
            throw new ArgumentException(
                $"expected {truth.Length} bytes like the true picture, found {picture.Length}", nameof(picture));
    }
}
