namespace Colorist;

/// <summary>
/// Makes coloured stills ready to be followed: laid over the frames that they show, stored as those are.
/// </summary>
internal static class AlignedStill
{
    private const float Alike = 0.9f; // of the places: nothing needs to be aligned
    private const float MinAlike = 0.6f; // of the places: less is another picture
    private const float MinChroma = 0.5f; // mean C*ab: less is a still that nobody has coloured
    private const float MinResemblance = 0.3f; // of a place: it takes no colour of the still
    private const float Enough = 0.7f; // of a place: it takes the still's colour wholly

    /// <summary>Reads stills.</summary>
    /// <param name="film">The film.</param>
    /// <param name="span">The part of it that is coloured; stills outside it are left out.</param>
    /// <param name="references">Where they are.</param>
    /// <param name="size">Of the frames that the network sees.</param>
    /// <param name="shape">Of the network.</param>
    /// <returns>
    /// By the times of their frames, in steps of the film's time base: paint at the size of the network's colours.
    /// </returns>
    /// <exception cref="PhotoException">A still cannot be read, has no colour, or does not show its frame.</exception>
    public static IReadOnlyDictionary<long, Paint> Find(
        Film film, FilmSpan span, IEnumerable<FilmReference> references, (int Width, int Height) size,
        NetworkShape shape)
    {
        var found = new SortedDictionary<long, Paint>();
        foreach (var reference in references.Where(
            still => !span.BeginsAfter(still.Time.TotalSeconds) && !span.EndsBy(still.Time.TotalSeconds)))
        {
            var frame = FilmStill.Read(film, reference.Time, span, size);
            found[frame.Time] = Over(frame.Small, reference, film.Upright.QuarterTurns)
                .Resized(size, shape.ChromaSize(size.Width, size.Height));
        }

        return found;
    }

    private static Paint Over(LightnessPlane frame, FilmReference reference, int quarterTurns)
    {
        using var photo = Photo.Load(reference.Path);
        var stored = new Upright(frame.Width, frame.Height, quarterTurns);
        var chroma = photo.Chroma(stored.Width, stored.Height);
        if (chroma.Mean() < MinChroma) throw new PhotoException(reference.Path, "a still in colour", "one without");
        var lightness = photo.Lightness(stored.Width, stored.Height);
        var still = new Motion(frame.Width, frame.Height, stored.Stored(lightness.Values));
        var (field, resemblance) = Align(new Motion(frame.Width, frame.Height, frame.Values), still);
        if (resemblance.Average() is < MinAlike and var alike)
            throw new PhotoException(reference.Path,
                $"the lightness of the film's frame at {reference.Time:h\\:mm\\:ss\\.fff}",
                FormattableString.Invariant($"another picture's, alike in {100 * alike:f0} of 100 places"));
        return Painted(field.Fetch(stored.Stored(chroma.A)), field.Fetch(stored.Stored(chroma.B)), resemblance);
    }

    /// <summary>
    /// Where the frame's places are in the still: where they are in the frame if that fits well, for nothing is nearer
    /// the truth then.
    /// </summary>
    private static (MotionField Field, float[] Resemblance) Align(Motion frame, Motion still)
    {
        var length = frame.Lightness.Length;
        var moved = frame.To(still);
        var same = new MotionField(moved.Width, moved.Height, new float[length], new float[length]);
        var (asItIs, aligned) = (frame.Resemblance(still, same), frame.Resemblance(still, moved));
        return asItIs.Average() >= Math.Min(Alike, aligned.Average()) ? (same, asItIs) : (moved, aligned);
    }

    private static Paint Painted(float[] a, float[] b, float[] resemblance)
    {
        var opacity = Array.ConvertAll(
            resemblance, alike => Math.Clamp((alike - MinResemblance) / (Enough - MinResemblance), 0, 1));
        for (var i = 0; i < a.Length; i++) (a[i], b[i]) = (a[i] * opacity[i], b[i] * opacity[i]);
        return new Paint(a, b, opacity);
    }
}
