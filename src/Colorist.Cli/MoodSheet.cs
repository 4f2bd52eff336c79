namespace Colorist.Cli;

/// <summary>One photo in all moods, as one picture.</summary>
internal static class MoodSheet
{
    private const double LongestSide = 400; // of a cell, in pixels

    /// <summary>Colours a small copy of the photo as it is, in the style that is asked for, if any, and in each mood.</summary>
    /// <exception cref="ArgumentException">The model has no moods.</exception>
    /// <exception cref="PhotoException">The photo cannot be read or the sheet not be written.</exception>
    public static void Write(string path, Photo photo, Colorizer colorizer, Look look, PhotoDials dials, bool overwrite)
    {
        var moods = new MoodShelf(colorizer).All;
        if (moods.Count == 0) throw new ArgumentException($"expected a model with moods, found {colorizer.Card.Name} without");
        using var small = Small(photo);
        List<(string Name, Look Look)> looks = [(look.Style is null ? "as it is" : "the style", look), .. moods.Select(mood => (mood.Name, look with { Style = mood.Scene }))];
        var cells = looks.Select(cell => (cell.Name, Coloured(small, cell.Look))).ToList();
        ContactSheet.Write(path, cells, overwrite);
        foreach (var (_, coloured) in cells) coloured.Dispose();

        Photo Coloured(Photo copy, Look wanted) =>
            copy.WithChroma(colorizer.Predict(copy, wanted).Chroma.Scaled(dials.Saturation), dials.Note ? colorizer.Signature : null);
    }

    private static Photo Small(Photo photo)
    {
        var scale = Math.Min(1, LongestSide / Math.Max(photo.Width, photo.Height));
        return Photo.FromLightness(photo.Lightness(Math.Max(1, (int)(photo.Width * scale)), Math.Max(1, (int)(photo.Height * scale))));
    }
}
