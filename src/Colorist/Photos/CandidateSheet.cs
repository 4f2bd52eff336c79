namespace Colorist;

/// <summary>Several colourings of one photo, as one picture to choose from.</summary>
public static class CandidateSheet
{
    /// <summary>
    /// Colours a small copy of the photo and numbers the colourings as <see cref="Candidate.Number"/> does.
    /// </summary>
    /// <param name="path">
    /// The picture file to write, in the format of its extension; it appears complete or not at all.
    /// </param>
    /// <param name="photo">Any size.</param>
    /// <param name="colorizer">The model.</param>
    /// <param name="count">How many colourings, 2..9.</param>
    /// <param name="options">What is wanted beside them, without hints; null for the defaults.</param>
    /// <param name="stop">Stops the work; nothing is written then.</param>
    /// <exception cref="ArgumentException">
    /// See <see cref="Colorizer.Candidates(Photo, int, Look?, CancellationToken)"/>; or hints are given.
    /// </exception>
    /// <exception cref="PhotoException">The photo cannot be read or the sheet not be written.</exception>
    public static void Write(string path, Photo photo, Colorizer colorizer, int count, PhotoOptions? options = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(colorizer);
        options ??= new PhotoOptions();
        if (options.Look.Hints is not null)
            throw new ArgumentException("expected a sheet of candidates without hints, found some");
        using var small = MoodSheet.Small(photo);
        var cells = colorizer.Candidates(photo, count, options.Look, stop)
            .Select(
                candidate =>
                    ($"{candidate.Number}",
                        small.WithChroma(Colorizer.Toned(
                            candidate.Painting.Find().Chroma, candidate.Painting.Small, options.Look)))).ToList();
        ContactSheet.Write(path, cells, options.Save.Overwrite);
        foreach (var (_, colored) in cells) colored.Dispose();
    }
}
