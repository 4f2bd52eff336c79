namespace Colorist.Evaluation;

/// <summary>
/// Measures what doubt is worth: whether it is great where colours are wrong, what caution does to them, and whether
/// hints help more at the places that it suggests.
/// </summary>
public static class DoubtStudy
{
    private const int Cells = 32; // of the longer side
    private const int HintCount = 3;

    /// <summary>Of <see cref="Look.Caution"/>.</summary>
    public static IReadOnlyList<float> Cautions { get; } = [0, 0.5f, 1];

    /// <summary>Measures.</summary>
    /// <param name="colorizer">A model with palettes.</param>
    /// <param name="pictures">In true colour, taken at their own size.</param>
    /// <param name="progress">Is told the number of pictures done.</param>
    /// <exception cref="DataException">There is no picture in colour.</exception>
    public static DoubtResult Measure(
        Colorizer colorizer, IEnumerable<LabelledPicture> pictures, IProgress<int>? progress = null)
    {
        var found = Each(pictures, picture => Compared(colorizer, picture), progress);
        float[] doubts = [.. found.SelectMany(one => one.Doubts)], errors = [.. found.SelectMany(one => one.Errors)];
        var slope = Slope(doubts, errors);
        return new DoubtResult(
            found.Count, RankCorrelation.Measure(doubts, errors),
            RankCorrelation.Measure(
                [.. found.Select(one => one.Doubts.Average())], [.. found.Select(one => one.Errors.Average())]),
            errors.Average() - slope * doubts.Average(), slope);
    }

    /// <summary>Measures what caution and hints at the suggested places do to colours.</summary>
    /// <param name="colorizer">A model with palettes.</param>
    /// <param name="pictures">In true colour, taken at their own size.</param>
    /// <param name="progress">Is told the number of pictures done.</param>
    /// <exception cref="DataException">There is no picture in colour.</exception>
    public static DoubtEffects MeasureEffects(
        Colorizer colorizer, IEnumerable<LabelledPicture> pictures, IProgress<int>? progress = null)
    {
        var found = Each(pictures, picture => Tried(colorizer, picture), progress);
        return new DoubtEffects(
            found.Count,
            [.. Cautions.Select((_, i) => (
                found.Average(one => one.Cautions[i].Ciede2000), found.Average(one => one.Cautions[i].Chroma)))],
            found.Average(one => one.NoHints), found.Average(one => one.RandomHints),
            found.Average(one => one.SuggestedHints));
    }

    private static List<T> Each<T>(
        IEnumerable<LabelledPicture> pictures, Func<LabelledPicture, T> measure, IProgress<int>? progress)
    {
        var done = 0;
        var found = pictures.AsParallel().AsOrdered().Select(picture =>
        {
            var measured = measure(picture);
            progress?.Report(Interlocked.Increment(ref done));
            return measured;
        }).ToList();
        return found.Count > 0 ? found : throw new DataException("doubt", "pictures in colour", "none");
    }

    private static (float[] Doubts, float[] Errors) Compared(Colorizer colorizer, LabelledPicture picture)
    {
        using var photo = Photo.Load(picture.Encoded, picture.Name);
        var (lightness, truth) = UpsamplingStudy.Planes(photo);
        var doubt = colorizer.Doubt(photo);
        var usual = colorizer.Predict(photo).Chroma.At(lightness);
        float[] errors = [.. usual.A.Select((a, i) => float.Hypot(a - truth.A[i], usual.B[i] - truth.B[i]))];
        var cells = Size(photo);
        return (
            Means(doubt.Values, (doubt.Width, doubt.Height), cells),
            Means(errors, (photo.Width, photo.Height), cells));
    }

    private static DoubtEffects Tried(Colorizer colorizer, LabelledPicture picture)
    {
        using var photo = Photo.Load(picture.Encoded, picture.Name);
        var (rgb, (lightness, truth)) = (photo.ToRgb(), UpsamplingStudy.Planes(photo));
        return new DoubtEffects(
            1, [.. Cautions.Select(caution => Cautious(colorizer, photo, rgb, caution))],
            Hinted([]), Hinted(RandomPlaces(photo)), Hinted(colorizer.Doubt(photo).Places(HintCount)));

        double Hinted(IReadOnlyList<(int X, int Y)> places)
        {
            var hints = Hints.FromPoints(photo.Width, photo.Height, places.Select(place =>
            {
                var i = 3 * (place.Y * photo.Width + place.X);
                return (place.X, place.Y, rgb[i], rgb[i + 1], rgb[i + 2]);
            }));
            return UpsamplingStudy.Distance(
                colorizer.Predict(photo, new Look { Hints = hints }).Chroma, lightness, truth);
        }
    }

    private static (double Ciede2000, double Chroma) Cautious(
        Colorizer colorizer, Photo photo, byte[] truth, float caution)
    {
        var colors = colorizer.Predict(photo, new Look { Caution = caution });
        using var painted = photo.WithChroma(colors.Chroma);
        return (Measures.MeanCiede2000(truth, painted.ToRgb()), colors.MeanChroma);
    }

    private static IReadOnlyList<(int X, int Y)> RandomPlaces(Photo photo)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, HintCount)
            .Select(_ => (random.Next(photo.Width), random.Next(photo.Height)))];
    }

    private static (int Width, int Height) Size(Photo photo)
    {
        var scale = (float)Cells / Math.Max(photo.Width, photo.Height);
        return (Math.Max(1, (int)(scale * photo.Width)), Math.Max(1, (int)(scale * photo.Height)));
    }

    /// <summary>The means of the values whose middle lies in each cell.</summary>
    private static float[] Means(
        IReadOnlyList<float> values, (int Width, int Height) size, (int Width, int Height) cells)
    {
        var (sums, counts) = (new float[cells.Width * cells.Height], new int[cells.Width * cells.Height]);
        for (var i = 0; i < values.Count; i++)
        {
            var (x, y) = (i % size.Width * cells.Width / size.Width, i / size.Width * cells.Height / size.Height);
            sums[y * cells.Width + x] += values[i];
            counts[y * cells.Width + x]++;
        }

        return [.. sums.Zip(counts, (sum, count) => sum / Math.Max(1, count))];
    }

    /// <summary>Of the line of least squares.</summary>
    private static double Slope(float[] doubts, float[] errors)
    {
        double doubt = doubts.Average(), error = errors.Average();
        return doubts.Zip(errors, (d, e) => (d - doubt) * (e - error)).Sum()
            / doubts.Sum(d => (d - doubt) * (d - doubt));
    }
}
