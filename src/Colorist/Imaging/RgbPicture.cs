using NetVips;

namespace Colorist;

/// <summary>A small 8-bit sRGB picture in memory: what training reads.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">Red, green, blue, height×width×3, row after row.</param>
public sealed record RgbPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>Decodes a picture and scales it so that its shorter side has a given length.</summary>
    /// <param name="encoded">
    /// The bytes of a picture file, as
    /// <see cref="Photo.Load(ReadOnlyMemory{byte}, string, PhotoLoadOptions?, CancellationToken)"/> takes them.
    /// </param>
    /// <param name="name">Where it comes from, for messages.</param>
    /// <param name="shorterSide">Pixels, at least 1.</param>
    /// <exception cref="PhotoException">The bytes are not a picture.</exception>
    public static RgbPicture Decode(byte[] encoded, string name, int shorterSide)
    {
        try
        {
            var loader = PictureLoader.Find(encoded)
                ?? throw new PhotoException(name, PictureFormat.Read, "bytes of another kind");
            using var source = Source.NewFromMemory(encoded);
            using var header = PictureLoader.Open(source, loader, []);
            PictureSize.Check(name, header.Width, header.Height, encoded.Length);
            HeldMemory.Check(name, HeldMemory.ToRead(header, null, isHeldToTurn: false),
                new PhotoLoadOptions().MaxHeldBytes, header.Width, header.Height);
            var scale = (double)shorterSide / Math.Min(header.Width, header.Height);
            using var scaled = scale == 1
                ? header.Colourspace(Enums.Interpretation.Srgb)
                : Scaled(encoded, loader, (header.Width, header.Height),
                    ((int)Math.Round(header.Width * scale), (int)Math.Round(header.Height * scale)));
            using var opaque = scaled.HasAlpha() ? scaled.Flatten() : scaled.Copy();
            using var rgb = opaque.Bands == 3
                ? opaque.Cast(Enums.BandFormat.Uchar)
                : opaque.Colourspace(Enums.Interpretation.Srgb);
            return new RgbPicture(rgb.Width, rgb.Height, rgb.WriteToMemory<byte>());
        }
        catch (VipsException exception)
        {
            throw new PhotoException(name, "a picture",
                $"{encoded.Length} bytes that libvips cannot read: {VipsMessage.For(exception)}", exception);
        }
    }

    /// <summary>
    /// As libvips' own thumbnails are made, which would let it choose the loader anew: JPEG and WebP shrink while they
    /// are unpacked.
    /// </summary>
    private static Image Scaled(
        byte[] encoded, string loader, (int Width, int Height) size, (int Width, int Height) newSize)
    {
        var shrink = Math.Max(1, Math.Min((double)size.Width / newSize.Width, (double)size.Height / newSize.Height));
        var options = new VOption();
        if (loader.StartsWith("jpeg", StringComparison.Ordinal))
            options.Add("shrink", shrink switch { >= 16 => 8, >= 8 => 4, >= 4 => 2, _ => 1 });
        if (loader.StartsWith("webp", StringComparison.Ordinal)) options.Add("scale", 1 / shrink);
        using var source = Source.NewFromMemory(encoded);
        using var stored = PictureLoader.Open(source, loader, options);
        return stored.ThumbnailImage(newSize.Width, height: newSize.Height, size: Enums.Size.Force);
    }
}
