using NetVips;

namespace Colorist;

/// <summary>
/// L*a*b* that libvips does not read: TIFF's of 8 bits, and that which counts as ICC profiles do. libvips is shown a
/// file that says its values are red, green and blue, and what it reads is converted here.
/// </summary>
internal static class ForeignLab
{
    private const int Rgb = 2;

    /// <summary>Opens a TIFF file that is said to hold RGB.</summary>
    /// <param name="stream">The file, as it is; disposed with the picture's last use.</param>
    /// <param name="page">Its page.</param>
    /// <param name="options">For the loader.</param>
    public static Image Open(Stream stream, TiffPage page, VOption options)
    {
        var place = page.Directory[TiffId.Photometric]!.Place;
        byte[] patch = page.IsBigEndian ? [0, Rgb] : [Rgb, 0];
        using var source = new SourceCustom();
        source.OnSeek += (offset, origin) => stream.Seek(offset, origin);
        source.OnRead += (buffer, length) =>
        {
            var at = stream.Position;
            var read = stream.Read(buffer, 0, length);
            for (var i = 0; i < patch.Length; i++)
                if (place + i >= at && place + i < at + read) buffer[place + i - at] = patch[i];
            return read;
        };
        return PictureLoader.Open(source, "tiffload_source", options);
    }

    /// <summary>Turns the bands that are not RGB into L*a*b*, the others stay as they are, of 16 bits.</summary>
    public static Image Read(Image image, bool isIccLab)
    {
        var deep = image.Format == Enums.BandFormat.Ushort;
        var (full, step) = deep ? (isIccLab ? 65280.0 : 65535.0, 256.0) : (255.0, 1.0);
        using var bands = image.ExtractBand(0, n: 3);
        using var signed = isIccLab
            ? bands.Linear([100 / full, 1 / step, 1 / step], [0.0, -128, -128])
            : Signed(bands, deep ? 65536 : 256, 100 / full, step);
        using var lab = signed.Copy(interpretation: Enums.Interpretation.Lab);
        using var srgb = lab.Colourspace(Enums.Interpretation.Rgb16);
        if (image.Bands == 3) return srgb.Copy();
        using var rest = image.ExtractBand(3, n: image.Bands - 3);
        using var scaled = deep ? rest.Copy() : rest.Linear([257.0], [0.0]).Cast(Enums.BandFormat.Ushort);
        return srgb.Bandjoin(scaled);
    }

    /// <summary>a* and b* are stored as signed numbers, which libvips took for unsigned ones.</summary>
    private static Image Signed(Image bands, int range, double lightness, double step)
    {
        using var raw = bands.Cast(Enums.BandFormat.Float);
        using var high = bands >= range / 2.0; // 255 where it is so
        using var wrap = high.Linear([0.0, range / 255.0, range / 255.0], [0.0]);
        using var values = raw - wrap;
        return values.Linear([lightness, 1 / step, 1 / step], [0.0, 0, 0]);
    }
}
