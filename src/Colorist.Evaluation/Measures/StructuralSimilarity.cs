namespace Colorist.Evaluation;

/// <summary>
/// SSIM: how much of the local structure of one picture is in another. Wang, Bovik, Sheikh, Simoncelli, "Image quality
/// assessment: from error visibility to structural similarity", IEEE Transactions on Image Processing 13(4), 2004: luma
/// of ITU-R BT.601 on 0..255, Gaussian window of 11×11 and σ = 1.5, K1 = 0.01, K2 = 0.03, mean over the windows wholly
/// inside.
/// </summary>
public static class StructuralSimilarity
{
    /// <summary>Side of the window in pixels: no picture can be smaller.</summary>
    public const int Window = 11;

    private const double Sigma = 1.5;
    private const double C1 = 0.01 * 255 * 0.01 * 255;
    private const double C2 = 0.03 * 255 * 0.03 * 255;

    private static readonly double[] Weights = Gaussian();

    /// <summary>
    /// Compares two 8-bit sRGB pictures, height×width×3, of the same size; the order does not matter.
    /// </summary>
    /// <param name="truth">The true picture.</param>
    /// <param name="picture">The picture to judge.</param>
    /// <param name="width">Columns, at least <see cref="Window"/>.</param>
    /// <param name="height">Rows, at least <see cref="Window"/>.</param>
    /// <returns>−1..1; 1 for equal pictures.</returns>
    /// <exception cref="ArgumentException">
    /// A side is shorter than the window, or a picture does not have width×height×3 bytes.
    /// </exception>
    public static double Ssim(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> picture, int width, int height)
    {
        if (width < Window || height < Window)
            throw new ArgumentException($"SSIM expects at least {Window}×{Window} pixels, found {width}×{height}");
        var (x, y) = (Luma(truth, width, height), Luma(picture, width, height)); // height×width
        var (meanX, meanY) = (Blur(x, width, height), Blur(y, width, height)); // (height−10)×(width−10)
        var (meanXx, meanYy) = (Blur(Product(x, x), width, height), Blur(Product(y, y), width, height));
        var meanXy = Blur(Product(x, y), width, height);
        double sum = 0;
        for (var i = 0; i < meanX.Length; i++)
        {
            var (xx, yy, xy) = (meanX[i] * meanX[i], meanY[i] * meanY[i], meanX[i] * meanY[i]);
            var alike = (2 * xy + C1) * (2 * (meanXy[i] - xy) + C2);
            sum += alike / ((xx + yy + C1) * (meanXx[i] - xx + meanYy[i] - yy + C2));
        }
        return sum / meanX.Length;
    }

    private static double[] Luma(ReadOnlySpan<byte> rgb, int width, int height)
    {
        if (rgb.Length != (long)width * height * 3)
            throw new ArgumentException($"expected {width}×{height}×3 bytes, found {rgb.Length}");
        var luma = new double[width * height];
        for (var i = 0; i < luma.Length; i++)
            luma[i] = 0.299 * rgb[3 * i] + 0.587 * rgb[3 * i + 1] + 0.114 * rgb[3 * i + 2];
        return luma;
    }

    private static double[] Product(double[] x, double[] y)
    {
        var product = new double[x.Length];
        for (var i = 0; i < product.Length; i++) product[i] = x[i] * y[i];
        return product;
    }

    private static double[] Blur(double[] values, int width, int height)
    {
        var (newWidth, newHeight) = (width - Window + 1, height - Window + 1);
        var rows = new double[newWidth * height];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = Weighted(values, i / newWidth * width + i % newWidth, step: 1);
        var blurred = new double[newWidth * newHeight];
        for (var i = 0; i < blurred.Length; i++)
            blurred[i] = Weighted(rows, i, step: newWidth);
        return blurred;
    }

    private static double Weighted(double[] values, int first, int step)
    {
        double sum = 0;
        for (var k = 0; k < Window; k++) sum += Weights[k] * values[first + k * step];
        return sum;
    }

    private static double[] Gaussian()
    {
        var weights = Enumerable.Range(-Window / 2, Window).Select(x => Math.Exp(-x * x / (2 * Sigma * Sigma)))
            .ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
