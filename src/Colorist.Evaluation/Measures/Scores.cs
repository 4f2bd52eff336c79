namespace Colorist.Evaluation;

/// <summary>How far a picture, or the average of many, is from the truth.</summary>
/// <param name="Pixels">Number of pixels that were compared.</param>
/// <param name="Psnr">Decibels, <see cref="Measures.Psnr"/>.</param>
/// <param name="AbRmse">Units of a* and b*, <see cref="Measures.AbRmse"/>.</param>
/// <param name="Ciede2000">ΔE00, <see cref="Measures.MeanCiede2000"/>.</param>
/// <param name="Ssim">−1..1, <see cref="StructuralSimilarity.Ssim"/>.</param>
/// <param name="LightnessPsnr">Decibels, <see cref="Measures.LightnessPsnr"/>.</param>
/// <param name="Colorfulness">Of the picture itself, <see cref="Measures.Colorfulness"/>.</param>
public sealed record Scores(
    long Pixels, double Psnr, double AbRmse, double Ciede2000, double Ssim, double LightnessPsnr, double Colorfulness)
{
    /// <summary>Compares two 8-bit sRGB pictures, height×width×3, of the same size.</summary>
    /// <exception cref="ArgumentException">The sizes differ, or a side is shorter than SSIM's window.</exception>
    public static Scores Compare(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> picture, int width, int height) => new(
        (long)width * height,
        Measures.Psnr(truth, picture),
        Measures.AbRmse(truth, picture),
        Measures.MeanCiede2000(truth, picture),
        StructuralSimilarity.Ssim(truth, picture, width, height),
        Measures.LightnessPsnr(truth, picture),
        Measures.Colorfulness(picture));

    /// <summary>
    /// Averages pictures as published tables do: every measure is the mean of the pictures' own values, a small picture
    /// counting as much as a large one; only the a*b* RMSE is the root of the mean over all pixels of all pictures.
    /// </summary>
    /// <exception cref="ArgumentException">There are no scores.</exception>
    public static Scores Average(IReadOnlyCollection<Scores> scores)
    {
        if (scores.Count == 0)
            throw new ArgumentException("expected the scores of at least one picture, found none", nameof(scores));
        var pixels = scores.Sum(score => score.Pixels);
        return new Scores(
            pixels,
            scores.Average(score => score.Psnr),
            Math.Sqrt(scores.Sum(score => score.AbRmse * score.AbRmse * score.Pixels) / pixels),
            scores.Average(score => score.Ciede2000),
            scores.Average(score => score.Ssim),
            scores.Average(score => score.LightnessPsnr),
            scores.Average(score => score.Colorfulness));
    }
}
