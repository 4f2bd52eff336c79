using NetVips;

namespace Colorist;

/// <summary>Writes a photo, painted or as it is, so that the file appears complete or not at all.</summary>
internal static class PhotoWriter
{
    /// <param name="source">The photo.</param>
    /// <param name="chroma">Its colour; null to leave it as it is.</param>
    /// <param name="computedBy">What is noted in XMP to have computed the colour; null for no note.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">Choices other than the note.</param>
    public static void Write(PhotoSource source, GuidedChroma? chroma, string? computedBy, string path, PhotoSaveOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var format = PictureFormat.Of(path);
        PictureFile.Write(path, options.Overwrite, beside => Encode(source, chroma, computedBy, options.SideBySide, format, path, beside));
    }

    private static void Encode(
        PhotoSource source, GuidedChroma? chroma, string? computedBy, bool sideBySide, PictureFormat format, string path, string beside)
    {
        var bits = format.KeepsSixteenBits ? source.Bits : 8;
        using var strips = new Strips(source.Open());
        using var tiff = chroma is null ? null : new PaintedTiff(new Painter(strips, chroma, bits));
        try
        {
            using var after = tiff is not null ? Painted(tiff, strips.Image, computedBy) : Stored(strips.Image, bits);
            using var image = sideBySide ? SideBySide(source, after, bits) : after.Copy();
            format.Save(image, beside);
        }
        catch (VipsException exception)
        {
            if (tiff?.Failure is { } failure and not VipsException) throw failure;
            var cause = tiff?.Failure as VipsException ?? exception;
            throw new PhotoException(path, $"{source.Name} to be read and written", Words.Of(cause), cause);
        }
    }

    /// <summary>The painted pixels with the metadata of the stored ones.</summary>
    private static Image Painted(PaintedTiff tiff, Image stored, string? computedBy)
    {
        using var stream = new SourceCustom();
        stream.OnRead += tiff.Read;
        stream.OnSeek += tiff.Seek;
        using var pixels = Image.TiffloadSource(stream, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        using var placed = pixels.Copy(xres: stored.Xres, yres: stored.Yres);
        return placed.Mutate(image =>
        {
            Metadata.Copy(stored, image);
            if (computedBy is not null) Metadata.Note(stored, image, computedBy);
        });
    }

    private static Image Stored(Image image, int bits) => bits == 8 ? Depth.ToEight(image) : image.Copy();

    /// <summary>The stored pixels on the left; metadata as of the right.</summary>
    private static Image SideBySide(PhotoSource source, Image after, int bits)
    {
        using var stored = source.Open();
        using var before = Stored(stored, bits);
        if (before.Bands == after.Bands) return after.Insert(before, -before.Width, 0, expand: true);
        using var grey = before.ExtractBand(0);
        using var rgb = grey.Bandjoin(before.Bands == 2 ? [grey, grey, before.ExtractBand(1)] : [grey, grey]);
        return after.Insert(rgb, -rgb.Width, 0, expand: true);
    }
}
