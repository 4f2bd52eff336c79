using NetVips;

namespace Colorist.Tests;

/// <summary>
/// An orientation that was applied stays in no place of the result, whatever the formats: viewers would turn it again.
/// </summary>
public sealed class OrientationTests
{
    private static readonly string[] Formats = ["jpg", "png", "tif", "webp", "avif"];
    private static readonly string[] Places = ["IFD0:Orientation", "IFD1:Orientation", "ExifIFD:Orientation",
        "XMP-tiff:Orientation", "QuickTime:Rotation"];

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("tif")]
    [InlineData("webp")]
    [InlineData("avif")]
    public void Save_OfATurnedPhoto_IsUprightForEveryViewer(string format)
    {
        using var folder = new TemporaryFolder();
        var inputs = Enumerable.Range(2, 7).ToDictionary(orientation => folder[$"{orientation}.{format}"]);
        foreach (var (input, orientation) in inputs)
            // AVIF writes irot and imir
            Halves().Mutate(image => image.Set(GValue.GIntType, "orientation", orientation)).WriteToFile(input);
        ExifTool.Write(inputs.Select(input =>
            (input.Key, (string[])[$"-IFD0:Orientation={input.Value}", "-IFD1:Orientation=5",
                $"-XMP-tiff:Orientation={input.Value}", "-IFD1:Compression=6"])));
        var outputs =
            (from input in inputs.Keys from other in Formats select (Input: input, Output: $"{input}.{other}"))
                .ToList();
        foreach (var (input, output) in outputs)
        {
            using var photo = Photo.Load(input);
            photo.WithoutColor().Save(output);
        }

        var said = ExifTool.Read(outputs.Select(pair => pair.Output));
        foreach (var (input, output) in outputs)
        {
            foreach (var place in Places)
                if (said[output].TryGetValue(place, out var orientation))
                    Assert.Equal($"{output} {place} 1", $"{output} {place} {orientation}");
            Assert.Equal(AsSeen(input), AsSeen(output));
        }
    }

    /// <summary>The tags alone: TIFF's own, EXIF's in a file whose pixels stay, XMP's, a thumbnail's.</summary>
    [Theory]
    [InlineData("-IFD0:Orientation=6")]
    [InlineData("-IFD1:Orientation=6")]
    [InlineData("-XMP-tiff:Orientation=6")]
    public void Save_OfAPhotoWhoseOtherTagsAloneSayItIsTurned_LeavesThemOut(string tag)
    {
        using var folder = new TemporaryFolder();
        foreach (var format in Formats) Halves().WriteToFile(folder[$"in.{format}"]);
        ExifTool.Write(Formats.Select(format => (folder[$"in.{format}"], (string[])[tag, "-IFD1:Compression=6"])));
        foreach (var format in Formats)
        {
            using var photo = Photo.Load(folder[$"in.{format}"]);
            photo.WithoutColor().Save(folder[$"out.{format}"]);
            Assert.Equal(AsSeen(folder[$"in.{format}"]), AsSeen(folder[$"out.{format}"]));
        }

        var said = ExifTool.Read(Formats.Select(format => folder[$"out.{format}"]));
        Assert.All(
            said.Values, tags => Assert.All(Places, place => Assert.Equal("1", tags.GetValueOrDefault(place, "1"))));
    }

    [Fact]
    public void Save_OfAPngThatSaysItBehindItsPixels_IsUpright()
    {
        using var folder = new TemporaryFolder();
        byte[] exif = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
        using var photo = Photo.Load(
            PngBytes.WithChunkAtEnd(Halves().PngsaveBuffer(keep: Enums.ForeignKeep.None), "eXIf", exif), "behind");
        photo.WithoutColor().Save(folder["out.png"]);
        using var expected = Halves().Rot90();
        expected.WriteToFile(folder["expected.png"]);
        Assert.Equal(AsSeen(folder["expected.png"]), AsSeen(folder["out.png"]));
    }

    /// <summary>Four tones, one in each corner.</summary>
    private static Image Halves()
    {
        using var tones = Image.NewFromMemory(new byte[] { 10, 90, 170, 250 }, 2, 2, 1, Enums.BandFormat.Uchar);
        return tones.Zoom(16, 8).Copy(interpretation: Enums.Interpretation.Bw)
            .Bandjoin(tones.Zoom(16, 8), tones.Zoom(16, 8)).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>Sides, and the tones of the corners from the upper left by rows, as a viewer shows them.</summary>
    private static string AsSeen(string path)
    {
        using var file = Image.NewFromFile(path);
        using var seen = file.Autorot();
        var (w, h) = (seen.Width, seen.Height);
        return $"{w}×{h} "
            + string.Join(' ', new[] { (w / 4, h / 4), (3 * w / 4, h / 4), (w / 4, 3 * h / 4), (3 * w / 4, 3 * h / 4) }
            .Select(place => (int)Math.Round(seen[place.Item1, place.Item2][1] / 80)));
    }
}
