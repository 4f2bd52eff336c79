namespace Colorist.Cli;

/// <summary>Which colours are wanted for photos.</summary>
/// <param name="Common">What holds for all of them.</param>
/// <param name="Strokes">Picture with strokes; null for none.</param>
/// <param name="Points">Colours of single pixels.</param>
internal sealed record PhotoLook(Look Common, string? Strokes, IReadOnlyList<PointHint> Points)
{
    public bool HasHints => Strokes is not null || Points.Count > 0;

    /// <summary>Checks that a model, as it was loaded, can do what is asked of every photo; hints are checked against their photo later.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    /// <remarks>The hints of a photo are read with the photo; here it counts that there will be some.</remarks>
    public void CheckFor(Colorizer colorizer) =>
        (Common with { HintsOnly = false, Hints = HasHints ? Hints.FromPoints(1, 1, []) : null }).CheckFor(colorizer);

    /// <summary>The same for one photo, hints and all.</summary>
    /// <exception cref="PhotoException">The strokes cannot be read, or hints do not fit the photo.</exception>
    public Look For(Photo photo, string name)
    {
        if (!HasHints) return Common;
        if (Points.FirstOrDefault(point => point.X >= photo.Width || point.Y >= photo.Height) is { } outside)
            throw new PhotoException(name, $"hints within its {photo.Width}×{photo.Height} pixels", $"one at {outside.X},{outside.Y}");
        var points = Hints.FromPoints(photo.Width, photo.Height, Points.Select(point => (point.X, point.Y, point.Red, point.Green, point.Blue)));
        return Common with { Hints = Strokes is null ? points : Hints.Load(Strokes, photo.Width, photo.Height).With(points) };
    }
}
