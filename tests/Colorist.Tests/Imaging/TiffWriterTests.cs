using NetVips;

namespace Colorist.Tests;

public sealed class TiffWriterTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Exif_ReadAgain_IsTheSame(bool isBigEndian)
    {
        var exif = new TiffDirectory();
        exif.Set(TiffTag.Text(TiffId.Artist, "Søren Ø."));
        exif.Set(TiffTag.Rational(TiffId.ResolutionX, 300.25));
        exif.Set(TiffTag.Short(TiffId.ResolutionUnit, 2));
        exif.Set(new TiffTag(50000, TiffType.Double, BitConverter.GetBytes(0.1)));
        exif.Part(TiffId.Exif).Set(TiffTag.Long(TiffId.PixelWidth, 70_000));
        exif.Part(TiffId.Exif).Part(TiffId.Interoperability).Set(TiffTag.Text(TiffId.InteroperabilityIndex, "R98"));
        exif.Part(TiffId.Gps).Set(TiffTag.Short(30, 1, 2, 3));
        var file = TiffFile.Read(TiffWriter.Exif(exif, isBigEndian))!;
        Assert.Equal(isBigEndian, file.IsBigEndian);
        Assert.Equal(Lines(exif), Lines(Assert.Single(file.Pages)));
        Assert.Equal(300.25, file.Pages[0][TiffId.ResolutionX]!.Fraction());
    }

    /// <summary>Makers' notes point into themselves from the start of the block, so that they must not move.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(40)]
    [InlineData(4_000)]
    public void Exif_WithAMakersNote_LeavesItWhereItWas(int place)
    {
        var exif = new TiffDirectory();
        exif.Set(TiffTag.Text(TiffId.Artist, new string('a', 300)));
        exif.Part(TiffId.Exif)
            .Set(new TiffTag(TiffId.MakerNote, TiffType.Undefined, [.. "Maker"u8, .. new byte[90]], place));
        exif.Part(TiffId.Exif).Set(TiffTag.Text(TiffId.UserComment, new string('b', 300)));
        var block = TiffWriter.Exif(exif, isBigEndian: true);
        Assert.Equal(place, block.AsSpan().IndexOf("Maker"u8));
        Assert.Equal(Lines(exif), Lines(TiffFile.Read(block)!.Pages[0]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Append_ToTiffOrBigTiff_AddsTagsAndLeavesThePixels(bool isBig)
    {
        using var folder = new TemporaryFolder();
        using var picture = Pictures.Pattern(70, 300, 3, 16);
        picture.Tiffsave(folder["out.tif"], bigtiff: isBig, compression: Enums.ForeignTiffCompression.Deflate);
        var exif = new TiffDirectory();
        exif.Set(TiffTag.Text(TiffId.Artist, "Anna"));
        exif.Part(TiffId.Exif).Set(TiffTag.Text(36867, "1999:01:02 03:04:05"));
        TiffPictureWriter.Append(folder["out.tif"], new PhotoMetadata
        {
            Exif = exif,
            Iptc = [0x1C, 2, 120, 0, 1, 65]
        }, extraIsAlpha: true);
        var tags = ExifTool.Read(folder["out.tif"])[folder["out.tif"]];
        Assert.Equal(
            ("Anna", "1999:01:02 03:04:05", "A"),
            (tags["IFD0:Artist"], tags[isBig ? "ExifOffset:DateTimeOriginal" : "ExifIFD:DateTimeOriginal"],
                tags["IPTC:Caption-Abstract"]));
        using var after = Image.NewFromFile(folder["out.tif"]);
        Assert.Equal(picture.WriteToMemory<ushort>(), after.WriteToMemory<ushort>());
        using (var file = File.OpenRead(folder["out.tif"])) Assert.Equal(isBig, TiffFile.Read(file)!.IsBig);
    }

    private static string[] Lines(TiffDirectory directory) =>
    [
        .. directory.Tags.Values.Select(tag => $"{tag.Id} {tag.Type} {Convert.ToHexString(tag.Value)}"),
        .. directory.Parts.SelectMany(part => Lines(part.Value).Select(line => $"{part.Key}: {line}")),
    ];
}
