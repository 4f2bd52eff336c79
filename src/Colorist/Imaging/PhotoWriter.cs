using NetVips;

namespace Colorist.Imaging;

/// <summary>Writes a photo, painted or as it is, so that the file appears complete or not at all.</summary>
internal static class PhotoWriter
{
    public static void Write(PhotoSource source, GuidedChroma? chroma, string path, bool overwrite)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var format = PictureFormat.Of(path);
        if (Directory.Exists(path)) throw new PhotoException(path, "a file to write", "a folder");
        if (!overwrite && File.Exists(path)) throw new PhotoException(path, "no file yet", "one that is already there");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new PhotoException(path, $"the folder {folder}", "no such folder");
        var beside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            Encode(source, chroma, format, path, beside);
            File.Move(beside, path, overwrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PhotoException(path, "a file that can be written", exception.Message, exception);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void Encode(PhotoSource source, GuidedChroma? chroma, PictureFormat format, string path, string beside)
    {
        var bits = format.KeepsSixteenBits ? source.Bits : 8;
        using var strips = new Strips(source.Open());
        using var tiff = chroma is null ? null : new PaintedTiff(new Painter(strips, chroma, bits));
        try
        {
            using var image = tiff is not null ? Painted(tiff, strips.Image) : bits == 8 ? Depth.ToEight(strips.Image) : strips.Image.Copy();
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
    private static Image Painted(PaintedTiff tiff, Image stored)
    {
        using var stream = new SourceCustom();
        stream.OnRead += tiff.Read;
        stream.OnSeek += tiff.Seek;
        using var pixels = Image.TiffloadSource(stream, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        using var placed = pixels.Copy(xres: stored.Xres, yres: stored.Yres);
        return placed.Mutate(image => Metadata.Copy(stored, image));
    }
}
