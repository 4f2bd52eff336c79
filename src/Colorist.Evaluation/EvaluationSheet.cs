namespace Colorist.Evaluation;

/// <summary>Shows the best, the middle and the worst pictures of an evaluation.</summary>
public static class EvaluationSheet
{
    /// <summary>
    /// Writes a picture sheet, sorted by the model's ΔE00: grey, predicted and true beside each other.
    /// </summary>
    /// <param name="path">PNG file; it appears, or is replaced, once it is whole.</param>
    /// <param name="evaluator">
    /// The one that made <paramref name="result"/>; it colours the chosen pictures again.
    /// </param>
    /// <param name="source">The data set of the evaluation.</param>
    /// <param name="result">What the evaluation found.</param>
    /// <param name="each">Rows of each kind, at least 1.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(
        string path, Evaluator evaluator, IPictureSource source, EvaluationResult result, int each = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(each, 1);
        var chosen = Choose([.. result.Pictures.OrderBy(picture => picture.Model.Ciede2000)], each);
        var colored = evaluator.Color(source, chosen.Select(row => row.Picture.Index).ToHashSet(), result.Options);
        var rows = chosen.Select(row => Row(row.Kind, row.Picture, colored[row.Picture.Index]));
        PictureSheet.Write(path, ["grey", "predicted", "true"], [.. rows]);
    }

    private static List<(string Kind, PictureScores Picture)> Choose(PictureScores[] sorted, int each)
    {
        if (sorted.Length <= 3 * each)
            return [.. sorted.Select((picture, place) => ($"{place + 1} of {sorted.Length}", picture))];
        var middle = (sorted.Length - each) / 2;
        return
        [
            .. sorted[..each].Select(picture => ("best", picture)),
            .. sorted[middle..(middle + each)].Select(picture => ("middle", picture)),
            .. sorted[^each..].Select(picture => ("worst", picture)),
        ];
    }

    private static SheetRow Row(string kind, PictureScores scores, ColoredPicture picture) => new(
        $"{kind}: ΔE00 {scores.Model.Ciede2000:f1}, left grey {scores.Floor.Ciede2000:f1}, {scores.Name}",
        picture.Grey,
        picture.Predicted,
        picture.Truth);
}
