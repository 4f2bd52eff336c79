using NetVips;

namespace Colorist.Hostile;

/// <summary>Whole pictures of every format that is read, to be damaged.</summary>
internal static class Seeds
{
    private static readonly Lazy<byte[]> Exif =
        new(
            () =>
                [
                    .. "Exif\0\0II*\0\b\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\x32\x01\x02\0\x04\0\0\0abc\0\0\0\0\0"u8]);

    private static readonly Func<byte[]>[] Makers =
    [
        () => Told(Pattern(3)).JpegsaveBuffer(), () => Told(Pattern(3)).JpegsaveBuffer(interlace: true),
        () => Pattern(1).JpegsaveBuffer(),
        () => Pattern(4).Copy(interpretation: Enums.Interpretation.Cmyk).JpegsaveBuffer(),
        () => Told(Pattern(3)).PngsaveBuffer(), () => Pattern(4).PngsaveBuffer(interlace: true),
        () => Pattern(3).PngsaveBuffer(palette: true), () => Deep(3).PngsaveBuffer(),
        () => Pattern(1).PngsaveBuffer(bitdepth: 1),
        () => Told(Pattern(3)).TiffsaveBuffer(),
        () => Deep(3).TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw),
        () => Pattern(3)
            .TiffsaveBuffer(tile: true, tileWidth: 32, tileHeight: 32, compression: Enums.ForeignTiffCompression.Jpeg),
        () => Pattern(1).Cast(Enums.BandFormat.Float).TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate),
        () => Pattern(1).TiffsaveBuffer(bitdepth: 1, compression: Enums.ForeignTiffCompression.Ccittfax4),
        () => Pattern(3).Colourspace(Enums.Interpretation.Lab).TiffsaveBuffer(),
        () => Pattern(3).TiffsaveBuffer(bigtiff: true, pyramid: true, tile: true),
        () => Told(Pattern(3)).WebpsaveBuffer(), () => Pattern(4).WebpsaveBuffer(lossless: true),
        () => Told(Pattern(3)).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0),
        () => Pattern(3).GifsaveBuffer(effort: 1),
        () => [.. "P6 # a comment\n60 50\n255\n"u8, .. Pattern(3).WriteToMemory<byte>()],
        () => [.. "P4 64 50\n"u8, .. new byte[400]], Bmp,
    ];

    private static readonly byte[]?[] Made = new byte[Makers.Length][];

    public static byte[] Any(Random random)
    {
        var i = random.Next(Makers.Length);
        return Made[i] ??= Makers[i]();
    }

    public static Image Pattern(int bands)
    {
        var values = new byte[60 * 50 * bands];
        for (var i = 0; i < values.Length; i++) values[i] = (byte)(i * 7 % 251 ^ i / 180);
        using var image = Image.NewFromMemory(values, 60, 50, bands, Enums.BandFormat.Uchar);
        return image.Copy(interpretation: bands < 3 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb).CopyMemory();
    }

    private static Image Deep(int bands) =>
        (Pattern(bands) * 257).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16);

    private static Image Told(Image picture) => picture.Mutate(image =>
    {
        image.Set(GValue.BlobType, "xmp-data", XmpKind.Plain);
        image.Set(GValue.BlobType, "exif-data", Exif.Value);
        image.Set(GValue.BlobType, "icc-profile-data", Image.ProfileLoad("p3"));
    });

    private static byte[] Bmp()
    {
        byte[] header = [.. "BM"u8, 0, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 60, 0, 0, 0, 50, 0, 0, 0, 1, 0,
            24, 0, .. new byte[24]];
        return [.. header, .. Pattern(3).WriteToMemory<byte>()];
    }
}
