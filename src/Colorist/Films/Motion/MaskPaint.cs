namespace Colorist;

/// <summary>Masks as paint that covers the whole frame, so that they are followed as stills are.</summary>
internal static class MaskPaint
{
    private const float Full = 100; // what stands for a*: a part that is wholly meant
    private const float Nothing = 1e-3f; // opacity: nothing is known of the place

    /// <summary>Lays masks over the frames that they are for.</summary>
    /// <returns>By the times of the frames.</returns>
    /// <exception cref="ArgumentException">A mask is for a picture of another size than the film shows.</exception>
    /// <exception cref="FilmException">There is no such frame in the part of the film that is coloured.</exception>
    public static IReadOnlyDictionary<long, Paint> Find(
        Film film, FilmSpan span, IEnumerable<FilmMask> masks, (int Width, int Height) size)
    {
        var found = new SortedDictionary<long, Paint>();
        foreach (var (mask, time) in masks)
        {
            mask.CheckSize(film.ShownWidth, film.ShownHeight);
            var at = time ?? TimeSpan.FromSeconds(span.From ?? 0);
            var upright = new Upright(size.Width, size.Height, film.Upright.QuarterTurns);
            found[FilmStill.Read(film, at, span, size).Time] = FromShares(
                upright.Stored(mask.Shares(upright.Width, upright.Height)));
        }

        return found;
    }

    /// <summary>Opaque paint.</summary>
    /// <param name="shares">How much of each place is meant, 0..1; height×width.</param>
    public static Paint FromShares(float[] shares) => Paint.Whole(
        new ChromaPlanes(shares.Length, 1, Array.ConvertAll(shares, share => Full * share), new float[shares.Length]));

    /// <summary>
    /// How much of each place is meant, 0..1, height×width: what nothing is known of goes by its neighbours.
    /// </summary>
    public static float[] Shares(Paint paint) =>
        [.. paint.A.Zip(paint.Opacity, (a, opacity) => Math.Clamp(a / Full / (opacity + Nothing), 0, 1))];
}
