namespace Colorist;

/// <summary>A picture of a TIFF file that counts: no smaller copy of another.</summary>
/// <param name="Directory">Its tags.</param>
/// <param name="Number">Its place in the chain of pages, or that of the page that it belongs to, from 0.</param>
/// <param name="Part">Its place among that page's SubIFDs, from 0; −1 for the page itself.</param>
/// <param name="Index">Its place among the pictures of the file that count, from 0.</param>
/// <param name="MorePages">Pictures of the file that are not read, without smaller copies and masks.</param>
/// <param name="IsBigEndian">The file's order of bytes.</param>
internal sealed record TiffPage(
    TiffDirectory Directory, int Number, int Part, int Index, int MorePages, bool IsBigEndian)
{
    private const int Alpha = 2;
    private const int AssociatedAlpha = 1;

    /// <summary>Bands that are colour; 0 if the file does not say.</summary>
    public int ColorBands => Directory[TiffId.Photometric]?.Number() switch
    {
        0 or 1 or 3 or 4 => 1,
        2 or 6 or 8 or 9 or 10 => 3,
        5 => 4,
        _ => 0,
    };

    /// <summary>
    /// The band of opacity; −1 if there is none. Where no tag says what more bands are, the first of them counts as
    /// opacity.
    /// </summary>
    public int AlphaBand
    {
        get
        {
            if (ColorBands == 0 || Bands <= ColorBands) return -1;
            if (Directory[TiffId.ExtraSamples] is not { } extra) return ColorBands;
            for (var i = 0; i < Math.Min(extra.Count, Bands - ColorBands); i++)
                if (extra.Number(i) is Alpha or AssociatedAlpha) return ColorBands + i;
            return -1;
        }
    }

    /// <summary>Values of a pixel.</summary>
    public int Bands => (int)Math.Min(Directory[TiffId.SamplesPerPixel]?.Number() ?? 1, ushort.MaxValue);

    /// <summary>
    /// Whether it holds L*a*b* in a form that libvips does not read: of 8 bits, or as ICC profiles count.
    /// </summary>
    public bool IsForeignLab => Bands >= 3 && Directory[TiffId.SampleFormat]?.Number() is null or 1 or 2
        && (Directory[TiffId.Photometric]?.Number(), Directory[TiffId.BitsPerSample]?.Number()) is (8, 8) or (9, 8)
            or (9, 16);

    /// <summary>Whether its values have 64 bits, which libvips does not read.</summary>
    public bool IsTooDeep => Directory[TiffId.BitsPerSample]?.Number() == 64;

    /// <summary>Whether a* and b* are stored with half of their range added, as ICC profiles do.</summary>
    public bool IsIccLab => Directory[TiffId.Photometric]?.Number() == 9;

    /// <param name="file">The file.</param>
    /// <param name="index">Which of its pictures, from 0; if none counts, 0 is its first page.</param>
    public static TiffPage Choose(TiffFile file, int index)
    {
        var all = file.Pages.SelectMany((page, number) =>
            page.Pictures.Select((picture, part) => (Directory: picture, Number: number, Part: part))
                .Prepend((Directory: page, Number: number, Part: -1)))
            .Where(picture => IsWhole(picture.Directory)).ToList();
        // Sub-directories are parts of a page: they count as a picture of its own only where the page is a preview of
        // them.
        var pictures = all.Where(picture => picture.Part < 0 || !IsWhole(file.Pages[picture.Number])).ToList();
        var (directory, chosen, place) = pictures.Count > 0 ? pictures[index] : (file.Pages[0], 0, -1);
        return new TiffPage(directory, chosen, place, index, Math.Max(0, pictures.Count - 1), file.IsBigEndian);
    }

    /// <summary>Whether it is a picture of its own and no smaller copy, mask or list of settings.</summary>
    private static bool IsWhole(TiffDirectory page) =>
        page[TiffId.Width] is not null && ((page[TiffId.NewSubfileType]?.Number() ?? 0) & 5) == 0
            && page[TiffId.SubfileType]?.Number() != 2;
}
