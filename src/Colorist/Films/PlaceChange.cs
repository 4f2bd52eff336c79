namespace Colorist;

/// <summary>
/// How much the colours of a place change from one of its shots to the next of the same place, with other shots between
/// them or without.
/// </summary>
internal static class PlaceChange
{
    /// <summary>Measures it.</summary>
    /// <param name="places">
    /// The numbers of the frames of each shot, place by place, in the order they are shown.
    /// </param>
    /// <param name="chroma">The colours of all frames.</param>
    /// <returns>Mean distance of the mean a*b* of two shots; null where no place has two.</returns>
    public static double? Measure(
        IEnumerable<IReadOnlyList<IReadOnlyList<int>>> places, IReadOnlyList<ChromaPlanes> chroma)
    {
        var changes = places
            .Select(shots => shots.Select(frames => Mean(frames.Select(frame => chroma[frame]))).ToList())
            .SelectMany(means => means.Zip(means.Skip(1), Distance)).ToList();
        return changes.Count == 0 ? null : changes.Average();
    }

    private static (double A, double B) Mean(IEnumerable<ChromaPlanes> frames)
    {
        var means = frames.Select(planes => (A: planes.A.Average(), B: planes.B.Average())).ToList();
        return (means.Average(mean => mean.A), means.Average(mean => mean.B));
    }

    private static double Distance((double A, double B) one, (double A, double B) other) =>
        Math.Sqrt((one.A - other.A) * (one.A - other.A) + (one.B - other.B) * (one.B - other.B));
}
