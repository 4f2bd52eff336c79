namespace Colorist;

/// <summary>One photo in all moods, as one picture to choose from.</summary>
public static class MoodSheet
{
    private const double LongestSide = 400; // of a cell, in pixels

    /// <summary>
    /// Colours a small copy of the photo as it is, in the style that is asked for, if any, and in each mood.
    /// </summary>
    /// <param name="path">
    /// The picture file to write, in the format of its extension; it appears complete or not at all.
    /// </param>
    /// <param name="photo">Any size.</param>
    /// <param name="colorizer">The model.</param>
    /// <param name="options">
    /// What is wanted beside the mood, without hints and mask, of one page; null for the defaults.
    /// </param>
    /// <param name="stop">Stops the work; nothing is written then.</param>
    /// <exception cref="ArgumentException">The model has no moods, or hints, a mask or all pages are given.</exception>
    /// <exception cref="PhotoException">The photo cannot be read or the sheet not be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Write(
        string path, Photo photo, Colorizer colorizer, PhotoOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(colorizer);
        options ??= new PhotoOptions();
        var moods = new MoodShelf(colorizer).All;
        if (moods.Count == 0)
            throw new ArgumentException($"expected a model with moods, found {colorizer.Card.Name} without");
        if (options.Look is { Hints: not null } or { Mask: not null })
            throw new ArgumentException("expected a sheet of moods without hints and mask, found some");
        if (options.Pages != PhotoPages.First)
            throw new ArgumentException("expected a sheet of moods of one page, found all pages asked for");
        using var small = Small(photo);
        var look = options.Look;
        List<(string Name, Look Look)> looks =
            [(look.Style is null ? "as it is" : "the style", look),
                .. moods.Select(
                    mood => (mood.Name, look with { Style = mood.Scene, Palette = look.Palette ?? mood.Palette }))];
        var cells = looks.Select(cell => (cell.Name, colorizer.Colorize(small, cell.Look, stop))).ToList();
        ContactSheet.Write(path, cells, options.Save.Overwrite);
        foreach (var (_, colored) in cells) colored.Dispose();
    }

    internal static Photo Small(Photo photo)
    {
        var scale = Math.Min(1, LongestSide / Math.Max(photo.Width, photo.Height));
        return Photo.FromLightness(
            photo.Lightness(Math.Max(1, (int)(photo.Width * scale)), Math.Max(1, (int)(photo.Height * scale))));
    }
}
