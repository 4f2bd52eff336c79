using System.Text;
using NetVips;

namespace Colorist;

/// <summary>Brings any picture that libvips reads to what the rest works on: upright, sRGB or grey, 8 or 16 bit, alpha last.</summary>
internal static class Normalizer
{
    private static readonly byte[][] SrgbNames = [Encoding.ASCII.GetBytes("sRGB"), Encoding.BigEndianUnicode.GetBytes("sRGB")];

    /// <returns>1 grey, 2 grey and alpha, 3 RGB or 4 RGB and alpha bands; the caller disposes it.</returns>
    public static Image Normalize(Image image)
    {
        using var open = image.Coding == Enums.Coding.Rad ? image.Rad2float() : image.Copy();
        using var srgb = IsDeviceColour(open) ? FromDevice(open) : ToSrgb(open);
        using var bands = srgb.Bands > 4 ? srgb.ExtractBand(0, n: 4) : srgb.Copy();
        return Upright(bands);
    }

    private static bool IsDeviceColour(Image image) => !HasForeignProfile(image) && image.Interpretation is
        Enums.Interpretation.Srgb or Enums.Interpretation.Rgb or Enums.Interpretation.Rgb16 or Enums.Interpretation.Bw
        or Enums.Interpretation.Grey16 or Enums.Interpretation.Multiband or Enums.Interpretation.Histogram or Enums.Interpretation.Error;

    private static bool HasForeignProfile(Image image) =>
        image.Contains("icc-profile-data") && image.Get("icc-profile-data") is byte[] profile
        && !SrgbNames.Any(name => profile.AsSpan().IndexOf(name) >= 0); // a pass through an sRGB profile would only round

    private static Image ToSrgb(Image image)
    {
        var deep = image.Format != Enums.BandFormat.Uchar;
        if (HasForeignProfile(image))
        {
            try
            {
                return image.IccTransform("srgb", embedded: true, intent: Enums.Intent.Relative, depth: deep ? 16 : 8);
            }
            catch (VipsException) when (image.Interpretation != Enums.Interpretation.Cmyk)
            {
                // A profile that does not fit its picture tells nothing; the pixels still do.
                return FromDevice(image);
            }
        }

        using var converted = image.Colourspace(deep ? Enums.Interpretation.Rgb16 : Enums.Interpretation.Srgb);
        return FromDevice(converted);
    }

    private static Image FromDevice(Image image)
    {
        var deep = image.Format != Enums.BandFormat.Uchar;
        using var levels = image.Format is Enums.BandFormat.Uchar or Enums.BandFormat.Ushort ? image.Copy() : Deepen(image);
        return levels.Copy(interpretation: (image.Bands < 3, deep) switch
        {
            (true, true) => Enums.Interpretation.Grey16,
            (true, false) => Enums.Interpretation.Bw,
            (false, true) => Enums.Interpretation.Rgb16,
            (false, false) => Enums.Interpretation.Srgb,
        });
    }

    /// <summary>Files of floats or long integers do not say where their white is: 1, 255 or 65535, whichever holds the largest value.</summary>
    private static Image Deepen(Image image)
    {
        using var held = image.CopyMemory();
        var largest = held.Max();
        var white = largest <= 1 ? 1 : largest <= 255 ? 255 : Math.Max(largest, 65535);
        using var scaled = held.Linear([65535 / white], [0.0]);
        using var rounded = scaled.Rint();
        return rounded.Cast(Enums.BandFormat.Ushort);
    }

    private static Image Upright(Image image)
    {
        var orientation = image.Contains("orientation") ? Convert.ToInt32(image.Get("orientation")) : 1;
        if (orientation is < 2 or > 8) return image.Copy();
        using var held = orientation == 2 ? image.Copy() : image.CopyMemory(); // turned, its last row is needed first
        return held.Autorot();
    }
}
