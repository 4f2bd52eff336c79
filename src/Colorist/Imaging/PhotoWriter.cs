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
    /// <param name="stop">Ends it at any moment; nothing is written then.</param>
    /// <returns>What was left out, because the format has no place for it: a few words each.</returns>
    public static IReadOnlyList<string> Write(PhotoSource source, GuidedChroma? chroma, string? computedBy, string path,
        PhotoSaveOptions options, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var format = PictureFormat.ForPath(path);
        return Stoppable.Run(() =>
        {
            IReadOnlyList<string> lost = [];
            PictureFile.Write(path, options.Overwrite,
                beside => lost = Encode(source, chroma, computedBy, options, format, path, beside, stop), stop);
            return lost;
        }, stop);
    }

    /// <summary>
    /// The same into a file <c>beside</c>, of any name, that becomes a page of the one at <c>path</c> and has its
    /// format.
    /// </summary>
    public static IReadOnlyList<string> WritePage(
        PhotoSource source, GuidedChroma? chroma, string? computedBy, string path, string beside,
        PhotoSaveOptions options, CancellationToken stop) =>
        Encode(source, chroma, computedBy, options, PictureFormat.ForPath(path), path, beside, stop);

    private static IReadOnlyList<string> Encode(
        PhotoSource source, GuidedChroma? chroma, string? computedBy, PhotoSaveOptions options, PictureFormat format,
        string path, string beside,
        CancellationToken stop)
    {
        var bits = format.KeepsSixteenBits ? source.Bits : 8;
        using var strips = new Strips(source.Open(stop));
        var keepsExtra = source.ExtraIsAlpha || format.KeepsAnyBand;
        HeldMemory.Check(path, HeldMemory.ToWrite(format, strips.Width * (options.SideBySide ? 2 : 1), strips.Height,
            bits), source.MaxHeldBytes, strips.Width, strips.Height);
        using var tiff = chroma is null ? null : new PaintedTiff(new Painter(strips, chroma, bits, keepsExtra), stop);
        try
        {
            using var after = tiff is not null ? Painted(tiff) : Stored(strips.Image, bits, keepsExtra);
            using var image = options.SideBySide ? SideBySide(source, after, bits, keepsExtra, stop) : after.Copy();
            var shape = new ResultShape(image.Width, image.Height, source.Orientation);
            var told = format.Fit(ResultMetadata.Adapt(source.Told, shape, computedBy));
            format.Write(image, told, beside, new PictureChoices(source.ExtraIsAlpha, options.Quality));
            source.CheckUnchanged();
            return strips.HasAlpha && !keepsExtra
                ? [.. told.Lost, "the band that is neither colour nor opacity"]
                : told.Lost;
        }
        catch (VipsException exception)
        {
            stop.ThrowIfCancellationRequested();
            if (tiff?.Failure is { } failure and not VipsException) throw failure;
            var cause = tiff?.Failure as VipsException ?? exception;
            if (FileFault.FindWriting(beside) is { } fault)
                throw new PhotoException(path, "a file that can be written", fault, cause);
            source.CheckUnchanged();
            throw new PhotoException(path, $"{source.Name} to be read and written", source.Cause(cause, stop), cause);
        }
    }

    private static Image Painted(PaintedTiff tiff)
    {
        using var stream = new SourceCustom();
        stream.OnRead += tiff.Read;
        stream.OnSeek += tiff.Seek;
        return Image.TiffloadSource(stream, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
    }

    private static Image Stored(Image image, int bits, bool keepsExtra)
    {
        using var pixels = bits == 8 ? Depth.ToEight(image) : image.Copy();
        return keepsExtra || image.Bands is 1 or 3 ? pixels.Copy() : pixels.ExtractBand(0, n: image.Bands - 1);
    }

    /// <summary>The stored pixels on the left.</summary>
    private static Image SideBySide(PhotoSource source, Image after, int bits, bool keepsExtra, CancellationToken stop)
    {
        using var stored = source.Open(stop);
        using var before = Stored(stored, bits, keepsExtra);
        if (before.Bands == after.Bands) return after.Insert(before, -before.Width, 0, expand: true);
        using var grey = before.ExtractBand(0);
        using var rgb = grey.Bandjoin(before.Bands == 2 ? [grey, grey, before.ExtractBand(1)] : [grey, grey]);
        return after.Insert(rgb, -rgb.Width, 0, expand: true);
    }
}
