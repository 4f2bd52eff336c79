namespace Colorist.Evaluation;

/// <summary>
/// Measures what hints are worth: random pixels tell their true colour, with the network's colours elsewhere and
/// without.
/// </summary>
public static class HintStudy
{
    /// <summary>How many hints a picture gets, one after the other.</summary>
    public static IReadOnlyList<int> Counts { get; } = [0, 1, 2, 5, 10, 20, 50, 100, 200];

    /// <summary>Measures.</summary>
    /// <returns>
    /// For each number of hints the means over the pictures of the RMSE of a*b*, with the model and from the hints
    /// alone.
    /// </returns>
    public static IReadOnlyList<(int Count, double WithModel, double HintsOnly)> Measure(
        Colorizer colorizer, IReadOnlyList<LabelledPicture> pictures, IProgress<int>? progress = null,
        CancellationToken stop = default)
    {
        var done = 0;
        var errors = pictures.AsParallel().WithCancellation(stop).Select(picture =>
        {
            var rows = Measure(colorizer, picture, stop);
            progress?.Report(Interlocked.Increment(ref done));
            return rows;
        }).ToList();
        return [.. Counts.Select((count, i) => (
            count, errors.Average(rows => rows[i].WithModel), errors.Average(rows => rows[i].HintsOnly)))];
    }

    private static (double WithModel, double HintsOnly)[] Measure(
        Colorizer colorizer, LabelledPicture picture, CancellationToken stop)
    {
        using var photo = Photo.Load(picture.Encoded, picture.Name, stop: stop);
        var (lightness, truth) = UpsamplingStudy.Planes(photo);
        var points = Points(photo);
        return [.. Counts.Select(count =>
        {
            var hints = Hints.FromPoints(photo.Width, photo.Height, points.Take(count));
            var withModel = colorizer.Predict(photo, new Look { Hints = hints }, stop);
            var hintsOnly = count == 0
                ? GuidedChroma.None
                : colorizer.Predict(photo, new Look { Hints = hints, HintsOnly = true }, stop).Chroma;
            return (UpsamplingStudy.Distance(withModel.Chroma, lightness, truth),
                UpsamplingStudy.Distance(hintsOnly, lightness, truth));
        })];
    }

    private static List<(int X, int Y, byte Red, byte Green, byte Blue)> Points(Photo photo)
    {
        var rgb = photo.ToRgb();
        var random = new Random(1);
        return [.. Enumerable.Range(0, Counts[^1]).Select(_ =>
        {
            var (x, y) = (random.Next(photo.Width), random.Next(photo.Height));
            var i = 3 * (y * photo.Width + x);
            return (x, y, rgb[i], rgb[i + 1], rgb[i + 2]);
        })];
    }
}
