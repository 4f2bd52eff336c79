namespace Colorist;

/// <summary>
/// What has to be known of a file before its pixels can be read as they are meant, and libvips does not say.
/// </summary>
internal sealed record PictureFacts
{
    /// <summary>The operation of libvips that may load it; null if none may.</summary>
    public string? Loader { get; init; }

    /// <summary>What the file says about its picture; null for a format whose words libvips hands on.</summary>
    public PhotoMetadata? Told { get; init; }

    /// <summary>The picture's page of a TIFF file.</summary>
    public TiffPage? Page { get; init; }

    /// <summary>
    /// The exponent that a PNG file's values were encoded with; null if something better says what they mean.
    /// </summary>
    public double? Gamma { get; init; }

    /// <summary>
    /// How the pixels lie, as EXIF counts, if the file says so in a place where libvips does not look: behind a PNG's
    /// pixels.
    /// </summary>
    public int Turn { get; init; } = 1;

    /// <summary>How libvips turns the pixels of a HEIF file of its own accord, as EXIF counts.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>How a picture lies in the file, if it is one that is read here and not by libvips.</summary>
    public PlainPicture? Plain { get; init; }

    /// <summary>Looks into a file.</summary>
    /// <param name="stream">The file; one that can seek.</param>
    /// <param name="page">Which picture of a TIFF file, from 0.</param>
    public static PictureFacts Read(Stream stream, int page = 0)
    {
        var start = new byte[PictureLoader.StartLength];
        stream.Position = 0;
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < 8) return new PictureFacts();
        return Read(stream, start, page) with { Loader = PictureLoader.Find(start) };
    }

    private static PictureFacts Read(Stream stream, byte[] start, int page)
    {
        if (start is [0xFF, 0xD8, 0xFF, ..]) return new PictureFacts { Told = JpegSegments.Read(stream) };
        if (start is [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..])
            return new PictureFacts { Orientation = HeifTurn.Read(stream) };
        if (start is [0x89, (byte)'P', (byte)'N', (byte)'G', ..]) return Png(stream);
        if ((PnmHeader.Read(stream) ?? BmpHeader.Read(stream)) is { } plain)
            return new PictureFacts { Told = plain.Told, Plain = plain };
        return TiffFile.Read(stream) is { Pages.Count: > 0 } tiff ? Tiff(tiff, page) : new PictureFacts();
    }

    private static PictureFacts Png(Stream stream)
    {
        var (told, gamma, turn) = PngChunks.Read(stream);
        return new PictureFacts { Told = told, Gamma = gamma, Turn = turn is >= 1 and <= 8 ? turn : 1 };
    }

    private static PictureFacts Tiff(TiffFile file, int number)
    {
        var page = TiffPage.Choose(file, number);
        return new PictureFacts { Told = MetadataReader.Read(file, page), Page = page };
    }
}
