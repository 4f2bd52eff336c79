namespace Colorist.Evaluation;

/// <summary>
/// CIEDE2000, the colour difference that follows the eye: about 1 is just visible side by side. Formula, names and
/// numbering: Sharma, Wu, Dalal, "The CIEDE2000 color-difference formula: implementation notes, supplementary test
/// data, and mathematical observations", Color Research and Application 30(1), 2005, equations 2 to 22, with kL = kC =
/// kH = 1.
/// </summary>
public static class ColorDifference
{
    private const double Degree = Math.PI / 180;
    private const double Pow25To7 = 6103515625;

    /// <summary>The difference of two colours; the order does not matter.</summary>
    /// <param name="first">L* 0..100, real a* and b*.</param>
    /// <param name="second">L* 0..100, real a* and b*.</param>
    /// <returns>ΔE00, 0 for equal colours; black and white are 100 apart.</returns>
    public static double Ciede2000(
        (double Lightness, double A, double B) first, (double Lightness, double A, double B) second)
    {
        var meanOriginalChroma = (Length(first.A, first.B) + Length(second.A, second.B)) / 2;
        var g = 0.5 * (1 - Math.Sqrt(SeventhPowerShare(meanOriginalChroma)));
        var (a1, a2) = ((1 + g) * first.A, (1 + g) * second.A);
        var (c1, c2) = (Length(a1, first.B), Length(a2, second.B));
        var (h1, h2) = (Hue(a1, first.B), Hue(a2, second.B));
        var hueStep = c1 * c2 == 0 ? 0 : WrappedHue(h2 - h1);
        var meanHue = MeanHue(h1, h2, grey: c1 * c2 == 0);
        var (meanLightness, meanChroma) = ((first.Lightness + second.Lightness) / 2, (c1 + c2) / 2);

        var light = (second.Lightness - first.Lightness) / LightnessWeight(meanLightness);
        var chroma = (c2 - c1) / (1 + 0.045 * meanChroma);
        var hue = 2 * Math.Sqrt(c1 * c2) * Math.Sin(hueStep / 2 * Degree)
            / (1 + 0.015 * meanChroma * HueFactor(meanHue));
        var squared = light * light + chroma * chroma + hue * hue + Rotation(meanChroma, meanHue) * chroma * hue;
        return Math.Sqrt(Math.Max(0, squared));
    }

    private static double Length(double a, double b) => Math.Sqrt(a * a + b * b);

    private static double SeventhPowerShare(double chroma)
    {
        var squared = chroma * chroma;
        var seventh = squared * squared * squared * chroma;
        return seventh / (seventh + Pow25To7);
    }

    private static double Hue(double a, double b)
    {
        var degrees = Math.Atan2(b, a) / Degree; // 0 for a = b = 0, as equation 7 asks
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double WrappedHue(double step) => step > 180 ? step - 360 : step < -180 ? step + 360 : step;

    private static double MeanHue(double h1, double h2, bool grey)
    {
        if (grey) return h1 + h2;
        if (Math.Abs(h1 - h2) <= 180) return (h1 + h2) / 2;
        return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
    }

    private static double LightnessWeight(double meanLightness)
    {
        var squared = (meanLightness - 50) * (meanLightness - 50);
        return 1 + 0.015 * squared / Math.Sqrt(20 + squared);
    }

    private static double HueFactor(double meanHue) =>
        1
        - 0.17 * Math.Cos((meanHue - 30) * Degree)
        + 0.24 * Math.Cos(2 * meanHue * Degree)
        + 0.32 * Math.Cos((3 * meanHue + 6) * Degree)
        - 0.20 * Math.Cos((4 * meanHue - 63) * Degree);

    private static double Rotation(double meanChroma, double meanHue)
    {
        var bluish = (meanHue - 275) / 25;
        var turn = 30 * Math.Exp(-bluish * bluish);
        return -Math.Sin(2 * turn * Degree) * 2 * Math.Sqrt(SeventhPowerShare(meanChroma));
    }
}
