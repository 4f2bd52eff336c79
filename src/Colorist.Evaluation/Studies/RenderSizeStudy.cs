using System.Text;

namespace Colorist.Evaluation;

/// <summary>
/// Finds the render size at which a model scores best on photographs larger than those it was trained with.
/// </summary>
public static class RenderSizeStudy
{
    /// <summary>
    /// Pixels that a photograph's longer side may have; larger ones are reduced before they are coloured and compared.
    /// </summary>
    public const int LongestSide = 1024;

    /// <summary>The render sides that are tried unless others are given, in pixels.</summary>
    public static IReadOnlyList<int> UsualSides { get; } = [96, 128, 160, 192, 224, 256, 320, 384, 512];

    /// <summary>
    /// Writes a Markdown table with a row for each render side, and one for the photographs left grey.
    /// </summary>
    /// <param name="path">Markdown file; it appears, or is replaced, once it is whole.</param>
    /// <param name="modelPath">As <see cref="Colorizer.Load"/> takes it.</param>
    /// <param name="photos">Photographs in true colour.</param>
    /// <param name="renderSides">Null for <see cref="UsualSides"/>.</param>
    /// <param name="progress">Is told each render side when it is done.</param>
    /// <param name="cancellation">Ends the study between two photographs; nothing is written.</param>
    /// <exception cref="ModelException">The model cannot be loaded.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task Write(
        string path,
        string modelPath,
        IPictureSource photos,
        IReadOnlyList<int>? renderSides = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        var results = new List<(int RenderSide, EvaluationResult Result)>();
        foreach (var side in renderSides ?? UsualSides)
        {
            using var colorizer = Colorizer.Load(modelPath, new ColorizerOptions { RenderSide = side });
            var options = new EvaluationOptions { LongestSide = LongestSide };
            results.Add((side, await Evaluator.For(colorizer).Run(photos, options, cancellation: cancellation)));
            progress?.Report(side);
        }
        AtomicFile.Write(path, beside => File.WriteAllText(beside, Markdown(modelPath, results)), stop: cancellation);
    }

    private static string Markdown(string modelPath, List<(int RenderSide, EvaluationResult Result)> results)
    {
        var first = results[0].Result;
        var best = results.MinBy(result => result.Result.Model.Ciede2000).RenderSide;
        var text = new StringBuilder(
            $"# Render size against score: {Path.GetFileName(Path.TrimEndingDirectorySeparator(modelPath))}\n\n");
        text.Append(
            $"{first.Pictures.Count} photographs, reduced to {LongestSide} pixels on the longer side where larger; ");
        text.Append($"{first.Skipped.Count} skipped. The render side with the lowest CIEDE2000 is {best}.\n\n");
        text.Append(
            "| render side | PSNR, dB | RMSE of a\\*b\\* | CIEDE2000 | SSIM | colourfulness / true |\n|--:|--:|--:|--:|--:|--:|\n");
        foreach (var (side, result) in results) text.Append(Row($"{side}", result.Model, result.ColorfulnessRatio));
        return text.Append(Row("left grey", first.Floor, first.Floor.Colorfulness / first.TrueColorfulness)).ToString();
    }

    private static string Row(string name, Scores scores, double colorfulness) =>
        $"| {name} | {scores.Psnr:f2} | {scores.AbRmse:f2} | {scores.Ciede2000:f2} | {scores.Ssim:f4} | {colorfulness:f2} |\n";
}
