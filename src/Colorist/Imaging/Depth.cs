using NetVips;

namespace Colorist;

/// <summary>
/// Brings 16-bit pictures to 8 bits by rounding; libvips' own way drops the low byte, which darkens by half a step.
/// </summary>
internal static class Depth
{
    public static Image ToEight(Image image)
    {
        if (image.Format == Enums.BandFormat.Uchar) return image.Copy();
        using var scaled = image.Linear([1.0 / 257], [0.0]);
        using var rounded = scaled.Rint();
        using var cast = rounded.Cast(Enums.BandFormat.Uchar);
        return cast.Copy(interpretation: image.Bands < 3 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb);
    }
}
