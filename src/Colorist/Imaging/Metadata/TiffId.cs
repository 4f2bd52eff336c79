namespace Colorist;

/// <summary>Numbers of tags: TIFF 6.0, its supplements, EXIF 2.32 and Adobe's.</summary>
internal static class TiffId
{
    public const int NewSubfileType = 254;
    public const int SubfileType = 255;
    public const int Width = 256;
    public const int Height = 257;
    public const int BitsPerSample = 258;
    public const int Compression = 259;
    public const int Photometric = 262;
    public const int Description = 270;
    public const int Orientation = 274;
    public const int StripOffsets = 273;
    public const int SamplesPerPixel = 277;
    public const int RowsPerStrip = 278;
    public const int StripByteCounts = 279;
    public const int ResolutionX = 282;
    public const int ResolutionY = 283;
    public const int PlanarConfiguration = 284;
    public const int ResolutionUnit = 296;
    public const int PageNumber = 297;
    public const int Software = 305;
    public const int Artist = 315;
    public const int TileHeight = 323;
    public const int SubDirectories = 330;
    public const int ExtraSamples = 338;
    public const int SampleFormat = 339;
    public const int ChromaPosition = 531;
    public const int Xmp = 700;
    public const int Copyright = 33432;
    public const int Iptc = 33723;
    public const int Photoshop = 34377;
    public const int Exif = 34665;
    public const int Icc = 34675;
    public const int Gps = 34853;
    public const int MakerNote = 37500;
    public const int UserComment = 37510;
    public const int SubjectArea = 37396;
    public const int PhotoshopLayers = 37724;
    public const int ColorSpace = 40961;
    public const int PixelWidth = 40962;
    public const int PixelHeight = 40963;
    public const int Interoperability = 40965;
    public const int FocalPlaneResolutionX = 41486;
    public const int FocalPlaneResolutionY = 41487;
    public const int SubjectLocation = 41492;
    public const int Gamma = 42240;
    public const int WindowsPadding = 59932;

    public const int InteroperabilityIndex = 1; // in the directory of that name
    public const int RelatedWidth = 4097;
    public const int RelatedHeight = 4098;

    /// <summary>
    /// Whether a tag says how the pixels of this one file are laid out, and so nothing of another file's.
    /// </summary>
    public static bool IsLayout(int id) => id is
        (>= NewSubfileType and <= 266 and not 260 and not 261) or 273 or (>= 277 and <= 281) or (>= 288 and <= 293)
            or PageNumber or 301
        or (>= 317 and <= 326) or 327 or 328 or SubDirectories or (>= 332 and <= 347) or (>= 512 and <= 521) or (>= 529
            and <= 532)
        or Xmp or (>= 33421 and <= 33422) or Iptc or Photoshop or Icc or PhotoshopLayers or WindowsPadding
        or (>= 50706 and <= 51200); // DNG
}
