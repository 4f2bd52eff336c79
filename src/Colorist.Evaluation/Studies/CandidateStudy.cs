namespace Colorist.Evaluation;

/// <summary>
/// Measures what candidates are worth: the true colours against the usual colouring, against all, and against the best
/// of them.
/// </summary>
public static class CandidateStudy
{
    /// <summary>Colours pictures in several ways.</summary>
    /// <param name="colorizer">A model with candidates.</param>
    /// <param name="pictures">In true colour, taken at their own size.</param>
    /// <param name="count">Colourings of each, 2..9.</param>
    /// <param name="progress">Is told the number of pictures done.</param>
    /// <exception cref="DataException">There is no picture in colour.</exception>
    public static CandidateResult Measure(
        Colorizer colorizer, IEnumerable<LabelledPicture> pictures, int count, IProgress<int>? progress = null)
    {
        var done = 0;
        var found = pictures.AsParallel().AsOrdered().Select(picture =>
        {
            progress?.Report(Interlocked.Increment(ref done));
            return Differences(colorizer, picture, count);
        }).ToList();
        if (found.Count == 0) throw new DataException("candidates", "pictures in colour", "none");
        return new CandidateResult(
            found.Count,
            [.. Enumerable.Range(0, count).Select(i => found.Average(one => one.FromTruth[i]))],
            found.Average(one => one.FromTruth.Min()),
            found.Average(one => one.Apart));
    }

    private static (double[] FromTruth, double Apart) Differences(
        Colorizer colorizer, LabelledPicture picture, int count)
    {
        using var photo = Photo.Load(picture.Encoded, picture.Name);
        var truth = photo.ToRgb();
        var colored = colorizer.Candidates(photo, count).Select(candidate =>
        {
            using var painted = photo.WithChroma(candidate.Painting.Find().Chroma);
            return painted.ToRgb();
        }).ToList();
        var pairs = Enumerable.Range(0, count)
            .SelectMany(i => Enumerable.Range(0, i).Select(j => (colored[i], colored[j])));
        return (
            [.. colored.Select(one => Measures.MeanCiede2000(truth, one))],
            pairs.Average(pair => Measures.MeanCiede2000(pair.Item1, pair.Item2)));
    }
}
