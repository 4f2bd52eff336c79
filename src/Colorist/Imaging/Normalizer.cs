using NetVips;

namespace Colorist;

/// <summary>
/// Brings any picture that libvips reads to what the rest works on: upright, sRGB or grey, 8 or 16 bit, one more band
/// last.
/// </summary>
internal static class Normalizer
{
    /// <param name="image">The picture as libvips reads it.</param>
    /// <param name="facts">What its file says beyond that.</param>
    /// <param name="white">Of floating-point numbers and long integers, the value that is white.</param>
    /// <returns>
    /// 1 grey, 3 RGB bands, and one more for opacity or whatever else the file holds beside colour; the caller disposes
    /// it.
    /// </returns>
    public static Image Normalize(Image image, PictureFacts facts, double white)
    {
        using var open = image.Coding == Enums.Coding.Rad ? image.Rad2float() : image.Copy();
        using var lab = facts.Page is { IsForeignLab: true } page ? ForeignLab.Read(open, page.IsIccLab) : open.Copy();
        using var bands = WithOneExtra(lab, facts.Page);
        using var levels = NeedsWhite(bands) ? Scaled(bands, white) : bands.Copy();
        using var srgb = ToSrgb(levels, facts.Gamma);
        return Upright(srgb, facts.Turn);
    }

    /// <summary>
    /// Whether the values have no white of their own. Radiance files are light, of which libvips knows what is white.
    /// </summary>
    public static bool NeedsWhite(Image image) =>
        image.Format is not (Enums.BandFormat.Uchar or Enums.BandFormat.Ushort)
            && (IsDevice(image) || image.Interpretation == Enums.Interpretation.Cmyk);

    /// <summary>Which bands are colour, of the bands of the file.</summary>
    public static int ColorBands(Image image, TiffPage? page) =>
        page is { ColorBands: > 0 and var colors } && colors <= image.Bands && image.Bands == page.Bands
        ? colors
        : image.Interpretation == Enums.Interpretation.Cmyk ? Math.Min(4, image.Bands) : image.Bands < 3 ? 1 : 3;

    private static bool IsDevice(Image image) => image.Interpretation is
        Enums.Interpretation.Srgb or Enums.Interpretation.Rgb or Enums.Interpretation.Rgb16 or Enums.Interpretation.Bw
        or Enums.Interpretation.Grey16 or Enums.Interpretation.Multiband or Enums.Interpretation.Histogram
        or Enums.Interpretation.Error
        // TIFF's floats are values as those of its integers
        || (image.Interpretation == Enums.Interpretation.Scrgb && IsTiff(image));

    private static bool IsTiff(Image image) =>
        image.Contains("vips-loader")
            && ((string)image.Get("vips-loader")).StartsWith("tiffload", StringComparison.Ordinal);

    /// <summary>Of the bands beside colour, opacity stays or, where there is none, the first.</summary>
    private static Image WithOneExtra(Image image, TiffPage? page)
    {
        var colors = ColorBands(image, page);
        var extra = page is { AlphaBand: >= 0 and var alpha } && alpha < image.Bands ? alpha : colors;
        if (image.Bands <= colors || (image.Bands == colors + 1 && extra == colors)) return image.Copy();
        using var color = image.ExtractBand(0, n: colors);
        using var more = image.ExtractBand(extra);
        return color.Bandjoin(more);
    }

    private static Image Scaled(Image image, double white)
    {
        using var scaled = image.Linear([65535 / white], [0.0]);
        using var rounded = scaled.Rint();
        using var cast = rounded.Cast(Enums.BandFormat.Ushort);
        return cast.Copy(interpretation: image.Interpretation == Enums.Interpretation.Cmyk ? Enums.Interpretation.Cmyk
            : image.Bands < 3 ? Enums.Interpretation.Grey16 : Enums.Interpretation.Rgb16);
    }

    private static Image ToSrgb(Image image, double? gamma)
    {
        if (image.Interpretation == Enums.Interpretation.Cmyk) return FromCmyk(image);
        if (!IsDevice(image)) return FromOther(image);
        var profile = image.Contains("icc-profile-data")
            ? IccProfile.Read((byte[])image.Get("icc-profile-data"))
            : null;
        if (profile is null) return gamma is { } exponent && Math.Abs(1 / exponent - 2.2) > 0.05
            ? Curved(image, stored => Math.Pow(stored, 1 / exponent))
            : AsDevice(image);
        if (profile.IsSrgb) return AsDevice(image);
        if (image.Bands < 3 && profile.Grey() is { } curve) return Curved(image, curve);
        var isDeep = image.Format == Enums.BandFormat.Ushort; // of 8 bits the colour engine is as good as they are
        if (image.Bands >= 3 && isDeep && profile.Matrix() is { } matrix)
            return Converted(image, matrix.Curves, matrix.ToSrgb);
        try
        {
            return AsDevice(Transformed(image));
        }
        catch (VipsException)
        {
            return AsDevice(image); // a profile that does not fit its picture tells nothing; the pixels still do
        }
    }

    private static Image Transformed(Image image) => image.IccTransform(
        "srgb", embedded: true, intent: Enums.Intent.Relative, depth: image.Format == Enums.BandFormat.Uchar ? 8 : 16);

    /// <summary>
    /// Light, exact for every value of 16 bits, where a colour engine's tables are coarse near black.
    /// </summary>
    private static Image Converted(Image image, IccCurve[] curves, double[] toSrgb)
    {
        var table = new float[3 * (ushort.MaxValue + 1)];
        for (var i = 0; i < table.Length; i++) table[i] = (float)curves[i % 3][(double)(i / 3) / ushort.MaxValue];
        using var curve = Image.NewFromMemory(table, ushort.MaxValue + 1, 1, 3, Enums.BandFormat.Float);
        using var color = image.ExtractBand(0, n: 3);
        using var light = color.Maplut(curve);
        using var matrix = Image.NewFromMemory(toSrgb, 3, 3, 1, Enums.BandFormat.Double);
        using var mixed = light.Recomb(matrix);
        using var linear = mixed.Copy(interpretation: Enums.Interpretation.Scrgb);
        using var srgb = linear.Colourspace(Enums.Interpretation.Rgb16);
        if (image.Bands == 3) return AsDevice(srgb);
        using var extra = image.ExtractBand(3);
        return AsDevice(srgb.Bandjoin(extra));
    }

    /// <summary>
    /// Inks have no black of their own: the darkest that they print is shown as black, as other programs do.
    /// </summary>
    private static Image FromCmyk(Image image) => AsDevice(image.IccTransform(
        "srgb", inputProfile: "cmyk", embedded: image.Contains("icc-profile-data"), intent: Enums.Intent.Relative,
        blackPointCompensation: true,
        depth: image.Format == Enums.BandFormat.Uchar ? 8 : 16));

    private static Image FromOther(Image image)
    {
        using var converted = image.Colourspace(image.Format == Enums.BandFormat.Uchar
            ? Enums.Interpretation.Srgb
            : Enums.Interpretation.Rgb16);
        return AsDevice(converted);
    }

    /// <summary>Applies a curve to each colour band by a table of all values, which is exact.</summary>
    /// <param name="image">8 or 16 bit.</param>
    /// <param name="luminance">From 0..1 as stored to 0..1 of light.</param>
    private static Image Curved(Image image, Func<double, double> luminance)
    {
        var (most, bands) = (image.Format == Enums.BandFormat.Uchar ? 255 : 65535, image.Bands);
        var colors = bands < 3 ? 1 : 3;
        var table = new ushort[(most + 1) * bands];
        for (var value = 0; value <= most; value++)
            for (var band = 0; band < bands; band++)
                table[value * bands + band] = (ushort)(band < colors
                    ? Math.Round(most * (double)CieLab.Encode((float)luminance((double)value / most)))
                    : value);
        using var curve = Image.NewFromMemory(table, most + 1, 1, bands, Enums.BandFormat.Ushort);
        using var deep = image.Maplut(curve);
        return AsDevice(most == 255 ? deep.Cast(Enums.BandFormat.Uchar) : deep.Copy());
    }

    private static Image AsDevice(Image image) =>
        image.Copy(interpretation: (image.Bands < 3, image.Format == Enums.BandFormat.Uchar) switch
        {
            (true, false) => Enums.Interpretation.Grey16,
            (true, true) => Enums.Interpretation.Bw,
            (false, false) => Enums.Interpretation.Rgb16,
            (false, true) => Enums.Interpretation.Srgb,
        });

    private static Image Upright(Image image, int turn)
    {
        var orientation = Orientation(image, turn);
        if (orientation == 1) return image.Copy();
        using var said = image.Mutate(target => target.Set(GValue.GIntType, "orientation", orientation));
        using var held = orientation == 2 ? said.Copy() : said.CopyMemory(); // turned, its last row is needed first
        return held.Autorot();
    }

    /// <summary>How the pixels have to be turned, as EXIF counts: 1 not at all, to 8.</summary>
    /// <param name="image">The picture as libvips reads it.</param>
    /// <param name="turn">The same if libvips knows nothing of it.</param>
    public static int Orientation(Image image, int turn) =>
        !image.Contains("orientation")
            ? turn
            : Convert.ToInt32(image.Get("orientation")) is >= 1 and <= 8 and var orientation ? orientation : 1;
}
