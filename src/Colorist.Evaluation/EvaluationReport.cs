using System.Globalization;
using System.Text;

namespace Colorist.Evaluation;

/// <summary>Writes down what an evaluation found.</summary>
public static class EvaluationReport
{
    private const int SkippedShown = 20;

    /// <summary>
    /// Writes the averages as a Markdown table: the model, the pictures left grey and, where it has a value, the truth.
    /// </summary>
    /// <param name="path">Markdown file; it appears, or is replaced, once it is whole.</param>
    /// <param name="result">What the evaluation found.</param>
    /// <param name="title">One line: the model and the data set.</param>
    /// <param name="origin">One paragraph on where the numbers come from: recipe, commit, machine.</param>
    /// <param name="further">Measures beside the usual ones.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteMarkdown(
        string path, EvaluationResult result, string title, string origin, params IReadOnlyList<MeasureRow> further)
    {
        var text = new StringBuilder($"# {title}\n\n{origin}\n\n{Pictures(result)}\n\n");
        text.Append("| measure | model | left grey | truth |\n|---|--:|--:|--:|\n");
        foreach (var (measure, model, grey, truth) in Rows(result).Concat(further))
            text.Append($"| {measure} | {model} | {grey} | {truth} |\n");
        text.Append("\nMeans over the pictures; the a\\*b\\* RMSE over all their pixels.\n");
        if (result.Top1 is not null) text.Append("For scenes, the column \"left grey\" is the chance of a guess.\n");
        if (result.Skipped.Count > 0) text.Append("\nSkipped:\n\n");
        foreach (var skipped in result.Skipped.Take(SkippedShown)) text.Append($"- {skipped.Reason}\n");
        if (result.Skipped.Count > SkippedShown) text.Append($"- and {result.Skipped.Count - SkippedShown} more\n");
        AtomicFile.Write(path, beside => File.WriteAllText(beside, text.ToString()));
    }

    /// <summary>
    /// Writes one line for each picture, with all measures of the model and of the picture left grey.
    /// </summary>
    /// <param name="path">CSV file (RFC 4180, decimal points); it appears, or is replaced, once it is whole.</param>
    /// <param name="result">What the evaluation found.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteCsv(string path, EvaluationResult result)
    {
        var text = new StringBuilder(
            "name,pixels,psnr,greyPsnr,abRmse,greyAbRmse,ciede2000,greyCiede2000,ssim,greySsim,"
            + "lightnessPsnr,greyLightnessPsnr,colourfulness,trueColourfulness,sceneRank\n");
        foreach (var picture in result.Pictures)
        {
            var (model, grey) = (picture.Model, picture.Floor);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Quoted(picture.Name)},{model.Pixels},{model.Psnr:f4},{grey.Psnr:f4},{model.AbRmse:f4},{grey.AbRmse:f4},")
                .Append(CultureInfo.InvariantCulture,
                    $"{model.Ciede2000:f4},{grey.Ciede2000:f4},{model.Ssim:f5},{grey.Ssim:f5},")
                .Append(CultureInfo.InvariantCulture, $"{model.LightnessPsnr:f3},{grey.LightnessPsnr:f3},")
                .Append(CultureInfo.InvariantCulture,
                    $"{model.Colorfulness:f4},{picture.TrueColorfulness:f4},{picture.SceneRank}\n");
        }
        AtomicFile.Write(path, beside => File.WriteAllText(beside, text.ToString()));
    }

    private static string Pictures(EvaluationResult result)
    {
        var size = result.Options switch
        {
            { Side: { } side } => $"scaled to {side}×{side}",
            { LongestSide: { } side } => $"reduced to {side} pixels on the longer side where larger",
            _ => "as stored",
        };
        return $"{result.Pictures.Count} pictures, {size}; {result.Skipped.Count} skipped.";
    }

    private static IEnumerable<MeasureRow> Rows(EvaluationResult result)
    {
        var (model, grey) = (result.Model, result.Floor);
        yield return new("PSNR of RGB, dB, higher is better", $"{model.Psnr:f2}", $"{grey.Psnr:f2}", "");
        yield return new("RMSE of a\\*b\\*, lower is better", $"{model.AbRmse:f2}", $"{grey.AbRmse:f2}", "0");
        yield return new("CIEDE2000, lower is better", $"{model.Ciede2000:f2}", $"{grey.Ciede2000:f2}", "0");
        yield return new("SSIM, higher is better", $"{model.Ssim:f4}", $"{grey.Ssim:f4}", "1");
        yield return new(
            "PSNR of L\\*, dB: lightness kept", $"{model.LightnessPsnr:f1}", $"{grey.LightnessPsnr:f1}", "");
        yield return new("colourfulness", $"{model.Colorfulness:f1}", $"{grey.Colorfulness:f1}",
            $"{result.TrueColorfulness:f1}");
        yield return new("colourfulness, ratio to the truth", $"{result.ColorfulnessRatio:f2}", "0", "1");
        if (result.Top1 is { } top1)
            yield return new("scene, top 1", $"{top1:p1}", $"{1.0 / result.LabelCount:p1}", "");
        if (result.Top5 is { } top5)
            yield return new("scene, top 5", $"{top5:p1}", $"{Math.Min(1, 5.0 / result.LabelCount):p1}", "");
    }

    private static string Quoted(string name) =>
        name.AsSpan().ContainsAny(",\"\r\n") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
}
