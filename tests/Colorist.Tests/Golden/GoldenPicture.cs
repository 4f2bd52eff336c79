using NetVips;

namespace Colorist.Tests;

/// <summary>
/// Compares pictures with stored ones that were once looked at. A picture that is missing or differs changes nothing
/// stored: it goes to a folder of temporary files that the message names. With COLORIST_RECORD_GOLDENS=1 the tests
/// store pictures instead, and are skipped.
/// </summary>
internal static class GoldenPicture
{
    private const double MaxMean = 0.05; // ΔE00, for what rounding differs from processor to processor
    private const double MaxOfMax = 0.3; // of 99 pixels in 100
    // 8 bits on a processor without VNNI, whose sums of two products stop at 16 bits
    private const double MaxMeanSaturated = 0.2;
    private const double MaxOfMaxSaturated = 2;

    private static bool IsRecording => Environment.GetEnvironmentVariable("COLORIST_RECORD_GOLDENS") == "1";

    /// <param name="name">Of the stored picture.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="rgb">8-bit sRGB, height×width×3.</param>
    public static void Check(string name, int width, int height, byte[] rgb)
    {
        var stored = Repository.Path("tests", "Colorist.Tests", "Golden", name + ".png");
        if (IsRecording)
        {
            Write(stored, width, height, rgb);
            Assert.Skip($"recorded {stored}");
        }

        var isSaturated = name.Contains("-8bit", StringComparison.Ordinal) && !Processor.IsFastWithEightBits;
        var (maxMean, maxOfMax) = isSaturated ? (MaxMeanSaturated, MaxOfMaxSaturated) : (MaxMean, MaxOfMax);
        if (Difference(stored, width, height, rgb, maxMean, maxOfMax) is not { } difference) return;
        var found = Path.Combine(Directory.CreateTempSubdirectory("colorist-golden-").FullName, name + ".png");
        Write(found, width, height, rgb);
        Assert.Fail($"{stored}: {difference}; what was found is {found}");
    }

    /// <summary>The mean of ΔE00, and what 99 pixels in 100 keep below.</summary>
    public static (double Mean, double OfMost) Differences(byte[] found, byte[] wanted)
    {
        double[] sorted = [.. found.Chunk(3)
            .Zip(wanted.Chunk(3), (one, other) => ColorDifference.Ciede2000(Lab(one), Lab(other))).Order()];
        return (sorted.Average(), sorted[Math.Min(sorted.Length - 1, sorted.Length * 99 / 100)]);
    }

    private static string? Difference(string stored, int width, int height, byte[] rgb, double maxMean, double maxOfMax)
    {
        if (!File.Exists(stored)) return "expected a golden picture, found none";
        using var image = Image.NewFromFile(stored);
        if ((image.Width, image.Height) != (width, height))
            return $"expected {image.Width}×{image.Height} pixels, found {width}×{height}";
        var (mean, ofMost) = Differences(rgb, image.WriteToMemory<byte>());
        return mean <= maxMean && ofMost <= maxOfMax ? null
            : FormattableString.Invariant(
                $"expected a mean of at most {maxMean} ΔE00 and {maxOfMax} for 99 in 100, found {mean:0.000} and {ofMost:0.000}");
    }

    private static void Write(string path, int width, int height, byte[] rgb)
    {
        using var pixels = Image.NewFromMemory(rgb, width, height, 3, Enums.BandFormat.Uchar);
        using var image = pixels.Copy(interpretation: Enums.Interpretation.Srgb);
        image.Pngsave(path, compression: 9, filter: Enums.ForeignPngFilter.All);
    }

    /// <summary>
    /// L*a*b* (D65) of sRGB: IEC 61966-2-1 and CIE 15:2004, by itself so that a fault of the library's own cannot hide.
    /// </summary>
    private static (double, double, double) Lab(byte[] pixel)
    {
        var (red, green, blue) = (Linear(pixel[0]), Linear(pixel[1]), Linear(pixel[2]));
        var x = Curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
        var y = Curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        var z = Curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.0888300);
        return (116 * y - 16, 500 * (x - y), 200 * (y - z));

        static double Linear(byte value) =>
            value / 255.0 is var v && v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
        static double Curve(double value) =>
            value > 216.0 / 24389 ? Math.Cbrt(value) : (24389.0 / 27 * value + 16) / 116;
    }
}
