namespace Colorist;

/// <summary>
/// What a file says about its picture, in no format's own form: read by <see cref="MetadataReader"/>, written by
/// <see cref="PictureFormat"/>.
/// </summary>
internal sealed record PhotoMetadata
{
    /// <summary>
    /// EXIF data and TIFF's own tags, without those that lay out pixels, point to thumbnails or say how the picture
    /// lies; null if there are none.
    /// </summary>
    public TiffDirectory? Exif { get; init; }

    /// <summary>The order of bytes in the EXIF data, which the makers' notes and some comments in it follow.</summary>
    public bool IsBigEndian { get; init; }

    /// <summary>An XMP packet.</summary>
    public byte[]? Xmp { get; init; }

    /// <summary>IPTC records (IIM).</summary>
    public byte[]? Iptc { get; init; }

    /// <summary>Photoshop's blocks that are true of any copy, by their number.</summary>
    public IReadOnlyDictionary<int, byte[]> Photoshop { get; init; } = new Dictionary<int, byte[]>();

    /// <summary>Comments of JPEG, texts of PNG: key and text; a comment's key is Comment.</summary>
    public IReadOnlyList<PictureText> Texts { get; init; } = [];

    /// <summary>The resolution that the file states outside of its EXIF data: JFIF, pHYs.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>What there is no place for in the format that it is made ready for: a few words each.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];
}
