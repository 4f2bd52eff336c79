using NetVips;

namespace Colorist;

/// <summary>Reads what a file says about its picture, in the form that all formats share.</summary>
internal static class MetadataReader
{
    /// <summary>Of formats whose EXIF and XMP data libvips hands on as they are: WebP, AVIF and others.</summary>
    public static PhotoMetadata Read(Image image)
    {
        byte[]? Block(string field) => image.Contains(field) ? (byte[])image.Get(field) : null;
        return FromBlocks(Exif(Block("exif-data")), []) with { Xmp = Block("xmp-data") };
    }

    /// <summary>The directories of a block of EXIF data; null if there is none, or none that can be read.</summary>
    public static TiffFile? Exif(byte[]? block) => block is null ? null : TiffFile.Read(block);

    /// <summary>What EXIF data and Photoshop's blocks say.</summary>
    /// <param name="exif">Null for none.</param>
    /// <param name="photoshop">Empty for none.</param>
    public static PhotoMetadata FromBlocks(TiffFile? exif, ReadOnlySpan<byte> photoshop)
    {
        var blocks = PhotoshopBlocks.Read(photoshop);
        blocks.Remove(PhotoshopBlocks.Iptc, out var iptc);
        return new PhotoMetadata
        {
            Exif = Told(exif?.Pages.FirstOrDefault()),
            IsBigEndian = exif?.IsBigEndian ?? false,
            Iptc = iptc,
            Photoshop = blocks,
        };
    }

    /// <summary>Of a page of a TIFF file.</summary>
    public static PhotoMetadata Read(TiffFile file, TiffPage page)
    {
        var said = page.Directory.Copy();
        if (page.Part >= 0) said.Complete(file.Pages[page.Number]); // scanners describe the scan beside its preview
        if (page is { Index: 0, Number: > 0 }) said.Complete(file.Pages[0]);
        var blocks = FromBlocks(null, said[TiffId.Photoshop]?.Value);
        return blocks with
        {
            Exif = Told(said),
            IsBigEndian = file.IsBigEndian,
            Xmp = said[TiffId.Xmp]?.Value,
            Iptc = Records(said[TiffId.Iptc], file.IsBigEndian) ?? blocks.Iptc,
        };
    }

    /// <summary>What a directory says about its picture, whoever stores the pixels.</summary>
    private static TiffDirectory? Told(TiffDirectory? stored)
    {
        if (stored is null) return null;
        var told = stored.Copy();
        foreach (var id in told.Tags.Keys.Where(TiffId.IsLayout).Append(TiffId.Orientation).ToList())
            told.Tags.Remove(id);
        // layout too
        if (told[TiffId.Description] is { } text && text.Value.AsSpan().StartsWith("{\"shape\":"u8))
            told.Tags.Remove(TiffId.Description);
        return told.IsEmpty ? null : told;
    }

    /// <summary>Some programs call the bytes long integers; their order in the file is what counts.</summary>
    private static byte[]? Records(TiffTag? tag, bool isBigEndian) => tag switch
    {
        null => null,
        _ when isBigEndian => TiffWriter.Swapped(tag.Value, tag.Type),
        _ => tag.Value,
    };
}
