namespace Colorist.Evaluation;

/// <summary>Shows every picture in the style of every picture.</summary>
public static class StyleMatrix
{
    private const int CellSide = 280;

    /// <summary>
    /// Writes a sheet: a row for each picture, a column for each style; from upper left to lower right the pictures in
    /// their own.
    /// </summary>
    public static void Write(
        string path, Colorizer colorizer, IReadOnlyList<LabelledPicture> pictures, CancellationToken stop = default)
    {
        var photos = pictures.Select(picture => Photo.Load(picture.Encoded, picture.Name)).ToList();
        var styles = photos.ConvertAll(photo => Style(colorizer, photo));
        var rows = photos.Zip(pictures, (photo, picture) => new SheetRow(
            $"{picture.Name}, in the style of {string.Join(", ", pictures.Select(style => style.Name))}",
            [.. styles.Select(style => Rgb(colorizer.Colorize(photo, style, stop)))]));
        PictureSheet.Write(path, [], [.. rows], CellSide);
        photos.ForEach(photo => photo.Dispose());
    }

    /// <summary>Its scene; and its colours, if it has any and the model takes palettes.</summary>
    private static Look Style(Colorizer colorizer, Photo photo) => new()
    {
        Style = colorizer.Describe(photo),
        Palette = colorizer.Card.PaletteLength > 0 && photo.HasColor() ? Palette.FromPhoto(photo) : null,
    };

    private static RgbPicture Rgb(Photo photo)
    {
        using (photo) return new RgbPicture(photo.Width, photo.Height, photo.ToRgb());
    }
}
