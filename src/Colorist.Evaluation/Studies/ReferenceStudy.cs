namespace Colorist.Evaluation;

/// <summary>
/// Measures what a reference is worth: the left half of a picture, in true colour, helps to colour the right half.
/// </summary>
public static class ReferenceStudy
{
    /// <summary>Measures.</summary>
    /// <returns>For each way the mean over the pictures of the RMSE of a*b* of the right half.</returns>
    public static IReadOnlyList<(string Way, double Error)> Measure(
        Colorizer colorizer, IReadOnlyList<LabelledPicture> pictures, IProgress<int>? progress = null,
        CancellationToken stop = default)
    {
        var done = 0;
        var errors = pictures.AsParallel().WithCancellation(stop).Select(picture =>
        {
            var row = Measure(colorizer, picture, stop);
            progress?.Report(Interlocked.Increment(ref done));
            return row;
        }).ToList();
        return [.. errors[0].Select((way, i) => (way.Way, errors.Average(row => row[i].Error)))];
    }

    private static (string Way, double Error)[] Measure(
        Colorizer colorizer, LabelledPicture picture, CancellationToken stop)
    {
        using var photo = Photo.Load(picture.Encoded, picture.Name, stop: stop);
        var half = photo.Width / 2;
        using var left = Columns(photo, Enumerable.Range(0, half));
        using var right = Columns(photo, Enumerable.Range(half, half));
        using var mirrored = Columns(photo, Enumerable.Range(half, half).Reverse());
        var (lightness, truth) = UpsamplingStudy.Planes(right);
        return
        [
            ("left grey", UpsamplingStudy.Distance(GuidedChroma.None, lightness, truth)),
            ("the model alone", Error(new Look())),
            ("the left half as its style", Error(new Look { Style = colorizer.Describe(left) })),
            ("the left half as its reference", Error(new Look { Reference = colorizer.Refer(left) })),
            ("its own mirror image as its reference", Error(new Look { Reference = colorizer.Refer(mirrored) })),
        ];

        double Error(Look look) =>
            UpsamplingStudy.Distance(colorizer.Predict(right, look, stop).Chroma, lightness, truth);
    }

    private static Photo Columns(Photo photo, IEnumerable<int> columns)
    {
        var (rgb, taken) = (photo.ToRgb(), columns.ToArray());
        return Photo.FromRgb(taken.Length, photo.Height, [.. Enumerable.Range(0, photo.Height)
            .SelectMany(y => taken.SelectMany(x => rgb.AsSpan(3 * (y * photo.Width + x), 3).ToArray()))]);
    }
}
