using NetVips;

namespace Colorist.Tests;

/// <summary>Files of several pictures, and pictures of more bands than colour.</summary>
public sealed class PhotoPageTests
{
    private static readonly TiffBytes.Page Scan = Grey(48, 32, 16);
    private static readonly TiffBytes.Page Preview = Grey(12, 8, 8) with { NewSubfileType = 1 };
    private static readonly TiffBytes.Page Mask = Grey(48, 32, 8) with { NewSubfileType = 4 };

    [Fact]
    public void Load_TiffWithAPreview_IsTheScan()
    {
        (TiffBytes.Page[] Pages, int More)[] files =
        [
            ([Scan], 0), ([Preview, Scan], 0), ([Scan, Preview], 0), ([Preview, Preview, Scan, Mask], 0),
            ([Preview with { Parts = [Scan] }], 0),
            ([Preview with { Parts = [Preview, Scan] }], 0), ([Scan with { Parts = [Preview, Preview] }], 0),
            ([Scan, Scan, Scan], 2), ([Preview, Scan, Scan], 1), ([Preview with { Parts = [Scan] }, Scan], 1),
        ];
        foreach (var (pages, more) in files)
        {
            using var photo = Photo.Load(TiffBytes.Make(pages), $"{pages.Length} pages");
            Assert.Equal((48, 32, 16, more), (photo.Width, photo.Height, photo.Bits, photo.MorePages));
            Assert.Equal(Photo.Load(TiffBytes.Make(Scan), "scan").ToRgb(), photo.ToRgb());
        }
    }

    [Fact]
    public void Load_PreviewsOnly_IsTheFirst()
    {
        using var photo = Photo.Load(TiffBytes.Make(Preview), "preview");
        Assert.Equal((12, 0), (photo.Width, photo.MorePages));
    }

    [Fact]
    public void Load_Animation_SaysHowManyFramesAreLeftOut()
    {
        using var frames = Pictures.Pattern(16, 48, 3).Mutate(image => image.Set(GValue.GIntType, "page-height", 16));
        foreach (var file in (byte[][])[frames.WebpsaveBuffer(lossless: true), frames.GifsaveBuffer()])
        {
            using var photo = Photo.Load(file, "frames");
            Assert.Equal((16, 2), (photo.Height, photo.MorePages));
        }
    }

    /// <summary>
    /// Colours, then infrared, spot colours or opacity: what ExtraSamples calls them, and which stays.
    /// </summary>
    [Theory]
    [InlineData(1, new[] { 0 }, 0)]
    [InlineData(3, new[] { 0 }, 0)]
    [InlineData(3, new[] { 0, 0 }, 0)]
    [InlineData(3, new[] { 2 }, 2)]
    [InlineData(1, new[] { 2 }, 2)]
    [InlineData(3, new[] { 0, 2 }, 2)]
    [InlineData(3, new[] { 2, 0 }, 2)]
    public void Save_BandsBesideColor_StayWhatTheyAre(int colors, int[] extra, int kept)
    {
        using var folder = new TemporaryFolder();
        var bands = colors + extra.Length;
        ushort[] pixel = [.. Enumerable.Repeat((ushort)30_000, colors),
            .. extra.Select(kind => (ushort)(kind == 0 ? 9_000 : 65_535))];
        var pixels = TiffBytes.Bytes(Enumerable.Repeat(pixel, 32 * 32).SelectMany(value => value));
        using var photo = Photo.Load(TiffBytes.Make(new TiffBytes.Page(32, 32, bands, 16, colors == 1 ? 1 : 2, pixels)
        {
            Extra = extra
        }), "scan");
        var expected = CieLab.LightnessOf(CieLab.Linearize(30_000 / 65535f));
        using var painted = photo.WithChroma(Pictures.Flat(5, 5));
        Assert.Empty(painted.Save(folder["out.tif"]));
        Assert.Equal(kept.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ExifTool.Read(folder["out.tif"])[folder["out.tif"]]["IFD0:ExtraSamples"]);
        using (var file = Image.NewFromFile(folder["out.tif"])) Assert.Equal(kept == 0 ? 9_000 : 65_535, file[5, 5][3]);
        foreach (var name in (string[])["out.jpg", "out.png", "out.webp", "out.avif"])
        {
            var lost = painted.Save(folder[name]);
            Assert.Equal(kept == 0, lost.Contains("the band that is neither colour nor opacity"));
            using var saved = Photo.Load(folder[name]);
            Assert.All(saved.Lightness(32, 32).Values, lightness => Assert.Equal(expected, lightness, 1f));
            using var file = Image.NewFromFile(folder[name]);
            if (kept == 0) Assert.False(file.HasAlpha());
        }
    }

    /// <summary>Resolution and its unit, from each place to each other.</summary>
    [Theory]
    [InlineData(300u, 300u, 1)]
    [InlineData(300u, 150u, 1)]
    [InlineData(300u, 300u, 2)]
    [InlineData(2400u, 1200u, 2)]
    [InlineData(120u, 60u, 3)]
    public void Save_Resolution_StaysWithItsUnit(uint x, uint y, int unit)
    {
        using var folder = new TemporaryFolder();
        string[] names = ["in.tif", "in.jpg", "in.png"];
        File.WriteAllBytes(folder["in.tif"], TiffBytes.Make(Scan with { Resolution = (x, y, unit) }));
        using (var tiff = Photo.Load(folder["in.tif"]))
            foreach (var name in names.Skip(1)) tiff.Save(folder[name]);
        ExifTool.Write(names.Skip(1).Select(name => (folder[name], (string[])["-EXIF:all="]))); // JFIF and pHYs alone
        var outputs =
            (from name in names
             from format in (string[])["jpg", "png", "tif", "webp", "avif"]
             select (name,
                Out: folder[$"{name}.{format}"])).ToList();
        foreach (var (name, output) in outputs)
        {
            using var photo = Photo.Load(folder[name]);
            photo.WithoutColor().Save(output);
        }

        foreach (var (output, tags) in ExifTool.Read(outputs.Select(pair => pair.Out)))
        {
            double? Number(string tag) => tags.TryGetValue(tag, out var value)
                ? double.Parse(value, System.Globalization.CultureInfo.InvariantCulture)
                : null;
            var isPng = output.Contains("in.png", StringComparison.Ordinal)
                || output.EndsWith(".png", StringComparison.Ordinal);
            var toInch = Number("IFD0:ResolutionUnit") == 2 && unit == 3 ? 2.54 : 1; // PNG knows metres only
            Assert.True(isPng || toInch == 1);
            if (Number("IFD0:XResolution") is { } across)
            {
                Assert.Equal((x * toInch, y * toInch), (across, Number("IFD0:YResolution")!.Value));
                if (toInch == 1) Assert.Equal(unit, Number("IFD0:ResolutionUnit"));
            }

            if (Number("JFIF:XResolution") is { } dots)
                Assert.Equal(x * (Number("JFIF:ResolutionUnit") == 1 && unit == 3 ? 2.54 : 1), dots, 0.5);
            if (Number("PNG-pHYs:PixelsPerUnitX") is { } metre)
                Assert.Equal(unit switch { 1 => x, 2 => x / 0.0254, _ => x * 100 }, metre, 1.0);
            Assert.True(output.EndsWith(".jpg", StringComparison.Ordinal)
                || output.EndsWith(".png", StringComparison.Ordinal) || Number("IFD0:XResolution") is not null, output);
        }
    }

    private static TiffBytes.Page Grey(int width, int height, int bits) =>
        new(width, height, 1, bits, 1, [.. Enumerable.Range(0, width * height * bits / 8).Select(i => (byte)(i * 37))]);
}
