using NetVips;

namespace Colorist;

/// <summary>A small 8-bit sRGB picture in memory: what training reads.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">Red, green, blue, height×width×3, row after row.</param>
public sealed record RgbPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>Decodes a picture and scales it so that its shorter side has a given length.</summary>
    /// <param name="encoded">The bytes of a file that libvips reads.</param>
    /// <param name="name">Where it comes from, for messages.</param>
    /// <param name="shorterSide">Pixels, at least 1.</param>
    /// <exception cref="PhotoException">The bytes are not a picture.</exception>
    public static RgbPicture Decode(byte[] encoded, string name, int shorterSide)
    {
        try
        {
            using var header = Image.NewFromBuffer(encoded);
            var scale = (double)shorterSide / Math.Min(header.Width, header.Height);
            using var scaled = scale == 1
                ? header.Colourspace(Enums.Interpretation.Srgb)
                : Image.ThumbnailBuffer(
                    encoded, (int)Math.Round(header.Width * scale), height: (int)Math.Round(header.Height * scale), size: Enums.Size.Force);
            using var opaque = scaled.HasAlpha() ? scaled.Flatten() : scaled.Copy();
            using var rgb = opaque.Bands == 3 ? opaque.Cast(Enums.BandFormat.Uchar) : opaque.Colourspace(Enums.Interpretation.Srgb);
            return new RgbPicture(rgb.Width, rgb.Height, rgb.WriteToMemory<byte>());
        }
        catch (VipsException exception)
        {
            throw new PhotoException(name, "a picture", $"{encoded.Length} bytes that libvips cannot read: {VipsMessage.For(exception)}", exception);
        }
    }
}
