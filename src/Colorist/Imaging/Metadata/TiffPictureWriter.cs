using NetVips;

namespace Colorist;

/// <summary>TIFF: 8 or 16 bits, packed by Deflate; BigTIFF where four bytes of offset do not reach.</summary>
internal static class TiffPictureWriter
{
    private const int QuickPacking = 2; // as for PNG
    // leaves classic files room for what packing adds and for what is told
    private const long MaxUnpackedBytes = 4_000_000_000;

    // What libvips writes of its own accord and is said better, or not at all, by what the photo says.
    private static readonly int[] Replaced =
        [TiffId.Description, TiffId.Orientation, TiffId.ResolutionX, TiffId.ResolutionY, TiffId.ResolutionUnit,
            TiffId.Software];

    /// <summary>
    /// Writes the pixels with libvips, then a directory with all that is told at the end of the file, as programs do
    /// that edit tags.
    /// </summary>
    /// <param name="image">The picture.</param>
    /// <param name="told">What it is told to be.</param>
    /// <param name="path">The file.</param>
    /// <param name="extraIsAlpha">Whether a fourth band is the opacity.</param>
    public static void Save(Image image, PhotoMetadata told, string path, bool extraIsAlpha)
    {
        image.Tiffsave(
            path, compression: Enums.ForeignTiffCompression.Deflate, level: QuickPacking,
            predictor: Enums.ForeignTiffPredictor.Horizontal,
            bigtiff: NeedsBig(Bytes(image)), keep: Enums.ForeignKeep.Icc);
        Append(path, told, extraIsAlpha);
    }

    /// <summary>Whether pixels of so many bytes, as they are before they are packed, need a BigTIFF file.</summary>
    public static bool NeedsBig(long bytes) => bytes > MaxUnpackedBytes;

    /// <summary>Puts a new first directory at the end of a little-endian TIFF file.</summary>
    internal static void Append(string path, PhotoMetadata told, bool extraIsAlpha)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        if (TiffFile.Read(file) is not { Pages: [var page, ..] } stored)
            throw new PhotoException(path, "a TIFF file as libvips writes them", "none");
        Tell(page, told);
        // of no stated meaning
        if (!extraIsAlpha && page[TiffId.ExtraSamples] is not null) page.Set(TiffTag.Short(TiffId.ExtraSamples, 0));
        var at = file.Length + file.Length % 2;
        file.SetLength(at);
        file.Position = at;
        file.Write(TiffWriter.Tail(page, at, stored.IsBig));
        file.Position = stored.IsBig ? 8 : 4;
        file.Write(BitConverter.GetBytes(at).AsSpan(0, stored.IsBig ? 8 : 4));
    }

    private static long Bytes(Image image) =>
        (long)image.Width * image.Height * image.Bands * (image.Format == Enums.BandFormat.Ushort ? 2 : 1);

    private static void Tell(TiffDirectory page, PhotoMetadata told)
    {
        foreach (var id in Replaced) page.Tags.Remove(id);
        if (told.Exif is not null) page.Complete(told.Exif);
        page.Set(TiffTag.Short(TiffId.Orientation, 1));
        Density(told)?.WriteTo(page);
        if (told.Xmp is not null) page.Set(new TiffTag(TiffId.Xmp, TiffType.Byte, told.Xmp));
        // Four bytes at a time: libtiff wants them so, whoever reads them as bytes finds them all.
        if (told.Iptc is not null)
            page.Set(new TiffTag(TiffId.Iptc, TiffType.Long, [.. told.Iptc, .. new byte[-told.Iptc.Length & 3]]));
        if (told.Photoshop.Count > 0)
            page.Set(new TiffTag(TiffId.Photoshop, TiffType.Undefined, PhotoshopBlocks.Write(told.Photoshop)));
    }

    /// <summary>The EXIF data's, unless they alone know no unit.</summary>
    private static Resolution? Density(PhotoMetadata told)
    {
        var exif = Resolution.Read(told.Exif);
        return exif is null or { Unit: Resolution.NoUnit } ? told.Resolution ?? exif : exif;
    }
}
