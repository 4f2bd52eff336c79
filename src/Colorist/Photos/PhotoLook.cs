namespace Colorist;

/// <summary>Which colours are wanted for photos.</summary>
/// <param name="Common">What holds for all of them.</param>
/// <param name="Strokes">Picture with strokes; null for none.</param>
/// <param name="Points">Colours of single pixels.</param>
public sealed record PhotoLook(Look Common, string? Strokes, IReadOnlyList<PointHint> Points)
{
    /// <summary>Whether colours are asked for at places of the photo.</summary>
    public bool HasHints => Strokes is not null || Points.Count > 0;

    /// <summary>
    /// Checks that a model, as it was loaded, can do what is asked of every photo; hints are checked against their
    /// photo later.
    /// </summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    /// <remarks>The hints of a photo are read with the photo; here it counts that there will be some.</remarks>
    /// <param name="colorizer">Whose model and options count.</param>
    public void CheckFor(Colorizer colorizer) =>
        (Common with { HintsOnly = false, Hints = HasHints ? Hints.FromPoints(1, 1, []) : null }).CheckFor(colorizer);

    /// <summary>The same for one photo, hints and all.</summary>
    /// <param name="photo">Whose size the hints must fit.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="PhotoException">The strokes cannot be read, or hints do not fit the photo.</exception>
    public Look For(Photo photo, string name)
    {
        ArgumentNullException.ThrowIfNull(photo);
        if (!HasHints) return Common;
        if (Points.FirstOrDefault(point => point.X >= photo.Width || point.Y >= photo.Height) is { } outside)
            throw new PhotoException(
                name, $"hints within its {photo.Width}×{photo.Height} pixels", $"one at {outside.X},{outside.Y}");
        var points = Hints.FromPoints(
            photo.Width, photo.Height, Points.Select(point => (point.X, point.Y, point.Red, point.Green, point.Blue)));
        return Common with
        {
            Hints = Strokes is null
            ? points
            : Hints.Load(Strokes, photo.Width, photo.Height).With(points)
        };
    }
}
