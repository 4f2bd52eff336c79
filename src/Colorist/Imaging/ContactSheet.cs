using NetVips;

namespace Colorist;

/// <summary>Pictures beside each other with their names below, in one file: something to choose from.</summary>
/// <remarks>On a system without fonts the pictures stay and the names are missing.</remarks>
internal static class ContactSheet
{
    private const int Gap = 12;
    private const int Line = 34; // height of a name
    private const int TextDpi = 110;
    private const double Paper = 250;
    private const double Ink = 32;

    /// <summary>Writes a sheet.</summary>
    /// <param name="path">The file, in the format of its extension; it appears complete or not at all.</param>
    /// <param name="cells">At least one; they are read whole, so they should be small.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <param name="across">Pictures in a row; null, the default, for a sheet as square as it can be.</param>
    /// <exception cref="ArgumentException">There is nothing to show.</exception>
    /// <exception cref="PhotoException">A picture cannot be read, or the file not be written.</exception>
    public static void Write(
        string path, IReadOnlyList<(string Name, Photo Photo)> cells, bool overwrite = false, int? across = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count == 0) throw new ArgumentException("expected a picture, found none", nameof(cells));
        var format = PictureFormat.ForPath(path);
        PictureFile.Write(path, overwrite, beside =>
        {
            try
            {
                Save(cells, across ?? Across(cells), format, beside);
            }
            catch (VipsException exception)
            {
                throw new PhotoException(path, "a sheet that can be written", FileFault.FindWriting(beside)
                    ?? VipsMessage.For(exception), exception);
            }
        });
    }

    private static void Save(
        IReadOnlyList<(string Name, Photo Photo)> cells, int across, PictureFormat format, string beside)
    {
        var images = cells.Select(cell => Cell(cell.Name, cell.Photo)).ToArray();
        using var sheet = Image.Arrayjoin(images, across: across, shim: Gap, background: [Paper]);
        using var framed = sheet.Embed(
            Gap, Gap, sheet.Width + 2 * Gap, sheet.Height + Gap, extend: Enums.Extend.Background, background: [Paper]);
        using var srgb = framed.Copy(interpretation: Enums.Interpretation.Srgb);
        format.Write(srgb, new PhotoMetadata(), beside);
        foreach (var image in images) image.Dispose();
    }

    private static int Across(IReadOnlyList<(string Name, Photo Photo)> cells) =>
        Math.Clamp((int)Math.Round(
            Math.Sqrt((double)cells.Count * (cells[0].Photo.Height + Line) / cells[0].Photo.Width)), 1, cells.Count);

    private static Image Cell(string name, Photo photo)
    {
        using var pixels = Image.NewFromMemory(photo.ToRgb(), photo.Width, photo.Height, 3, Enums.BandFormat.Uchar);
        using var taller =
            pixels.Embed(0, 0, photo.Width, photo.Height + Line, extend: Enums.Extend.Background, background: [Paper]);
        if (name.Length == 0) return taller.CopyMemory();
        using var text = Text(name); // 0 paper, 255 ink
        using var tone = text.Linear([(Ink - Paper) / 255], [Paper]);
        using var ink = tone.Cast(Enums.BandFormat.Uchar);
        using var rgb = ink.Bandjoin(ink, ink);
        using var cell = taller.Insert(rgb, 0, photo.Height + (Line - rgb.Height) / 2, expand: false);
        return cell.CopyMemory();
    }

    private static Image Text(string name)
    {
        // Pango reads markup
        var escaped = name.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal);
        using var drawn = Image.Text(escaped, font: "sans", dpi: TextDpi);
        return drawn.Bands == 1 ? drawn.Copy() : drawn.ExtractBand(drawn.Bands - 1);
    }
}
