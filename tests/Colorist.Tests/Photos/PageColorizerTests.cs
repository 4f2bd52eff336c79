using NetVips;

namespace Colorist.Tests;

/// <summary>TIFF files of several pages, each coloured.</summary>
public sealed class PageColorizerTests : IDisposable
{
    private static readonly PhotoOptions All = new() { Pages = PhotoPages.All };
    private static readonly TiffBytes.Page Card = Grey(48, 32, 8) with { Resolution = (300, 300, 2) };
    private static readonly TiffBytes.Page Thumbnail = Grey(12, 8, 8) with { NewSubfileType = 1 };
    private static readonly TiffBytes.Page Mill =
        Grey(40, 24, 16) with { Orientation = 6, Description = "the mill", Resolution = (200, 100, 3) };
    private static readonly TiffBytes.Page InColor = new(32, 32, 3, 8, 2, Noise(32 * 32 * 3));

    private readonly TemporaryFolder folder = new();
    private readonly Colorizer colorizer = Colorizer.Load(Repository.Path("models", "iizuka-half"), new ColorizerOptions
    {
        RenderSide = 64
    });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        colorizer.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Colorize_AllPages_EachKeepsItsSizeDepthAndLightness()
    {
        var result = Color(Card, Thumbnail, Mill, InColor);
        Assert.Equal((48, 32, 8), (result.Width, result.Height, result.Bits));
        Assert.Equal(["2 of 3 pages coloured", "page 3: has colour already and keeps it"], result.Remarks
            .Where(remark => !remark.Contains("hardly")));
        using var before = Photo.Load(folder["in.tif"]);
        using var after = Photo.Load(folder["out.tif"]);
        Assert.Equal(2, after.MorePages);
        (int Width, int Height, int Bits, float Step)[] wanted = [(48, 32, 8, 0.6f), (24, 40, 16, 0.01f),
            (32, 32, 8, 0)];
        foreach (var (number, (width, height, bits, step)) in wanted.Index())
        {
            using var stored = before.Page(number, Stop);
            using var colored = after.Page(number, Stop);
            Assert.Equal((width, height, bits), (colored.Width, colored.Height, colored.Bits));
            Assert.Equal(step > 0, IsPainted(stored, colored));
            var pairs = stored.Lightness(width, height).Values.Zip(colored.Lightness(width, height).Values);
            Assert.All(pairs, pair => Assert.Equal(pair.First, pair.Second, step));
        }
    }

    [Fact]
    public void Colorize_AllPages_EachSaysWhatItsOwnPageSaid()
    {
        Color(Card with { Description = "a card" }, Thumbnail, Mill, Card);
        using (var first = Image.NewFromFile(folder["out.tif"])) Assert.Equal(3, Convert.ToInt32(first.Get("n-pages")));
        var tags = ExifTool.Read(folder["out.tif"])[folder["out.tif"]];
        Assert.Equal(("300", "300", "2", "1"),
            (tags["IFD0:XResolution"], tags["IFD0:YResolution"], tags["IFD0:ResolutionUnit"],
                tags["IFD0:Orientation"]));
        Assert.Equal(("100", "200", "3", "1"),
            (tags["IFD1:XResolution"], tags["IFD1:YResolution"], tags["IFD1:ResolutionUnit"],
                tags["IFD1:Orientation"]));
        Assert.Equal(("2", "0 3", "1 3"), (tags["IFD1:SubfileType"], tags["IFD0:PageNumber"], tags["IFD1:PageNumber"]));
        Assert.Equal(("a card", "the mill"), (tags["IFD0:ImageDescription"], tags["IFD1:ImageDescription"]));
        Assert.DoesNotContain("IFD2:ImageDescription", tags.Keys);
        Assert.Equal(3, TiffFile.Read(File.ReadAllBytes(folder["out.tif"]))!.Pages
            .Count(page => page[TiffId.Icc] is not null && page[TiffId.Xmp] is not null));
    }

    [Fact]
    public async Task Colorize_AllPagesFromStreamToStream_AreThoseOfTheFile()
    {
        Color(Card, Mill);
        using var output = new MemoryStream();
        using var input = File.OpenRead(folder["in.tif"]);
        await new PhotoColorizer(colorizer).ColorizeAsync(input, "scan", output, options: All, stop: Stop);
        Assert.Equal(File.ReadAllBytes(folder["out.tif"]), output.ToArray());
    }

    [Fact]
    public void Colorize_AllPagesOfOne_IsOnePageWithoutRemark()
    {
        var result = Color(Thumbnail, Mill);
        Assert.DoesNotContain(result.Remarks, remark => remark.Contains("page"));
        using var photo = Photo.Load(folder["out.tif"]);
        Assert.Equal((0, 24, 40), (photo.MorePages, photo.Width, photo.Height));
    }

    [Fact]
    public void Colorize_FirstPageOnly_SaysHowManyAreLeftOut()
    {
        var result = Color(PhotoPages.First, Card, Thumbnail, Mill, Mill);
        Assert.Contains("2 more pages left out", result.Remarks);
    }

    [Fact]
    public void Colorize_AllPagesThatCannotBe_IsRefusedAndNothingWritten()
    {
        string Refusal(string output, PhotoOptions options, params byte[] file)
        {
            using var photo = Photo.Load(file, "scan");
            return Assert.ThrowsAny<Exception>(
                () => new PhotoColorizer(colorizer).Colorize(photo, folder[output], options, Stop)).Message;
        }

        var pages = TiffBytes.Make(Card, Mill);
        var hints = All with { Look = new Look { Hints = Hints.FromPoints(48, 32, [(1, 1, 200, 0, 0)]) } };
        Assert.EndsWith(
            "out.png: expected the extension .tif for a file of all pages, found .png", Refusal("out.png", All, pages));
        Assert.Equal("scan: expected a TIFF file to colour all pages of, found another format",
            Refusal("out.tif", All, Pictures.Pattern(9, 9, 1).PngsaveBuffer()));
        Assert.Equal(
            "expected hints and a mask for one page only, found 2 pages to colour", Refusal("out.tif", hints, pages));
        Assert.Equal("scan: expected a black-and-white or toned photo, found one in colour",
            Refusal("out.tif", All, TiffBytes.Make(InColor, InColor)));
        var cut = TiffBytes.Make(Card, Mill with { Pixels = [], Height = 3000 });
        Assert.StartsWith("scan, page 2: expected a complete picture, found ", Refusal("out.tif", All, cut));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(4_000_000_000, false)]
    [InlineData(4_000_000_001, true)]
    [InlineData(3L * 45_000 * 30_000, true)]
    public void NeedsBig_FourGigabytesOfPixels_IsTheLimit(long bytes, bool isBig) =>
        Assert.Equal(isBig, TiffPictureWriter.NeedsBig(bytes));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TiffPages_ClassicAndBig_AreReadAlike(bool isBig)
    {
        using (var pages = new TiffPages(folder["out.tif"], 2, isBig))
        {
            foreach (var page in (TiffBytes.Page[])[Card, Mill])
            {
                File.WriteAllBytes(folder["in.tif"], TiffBytes.Make(page));
                pages.Add(folder["in.tif"], Stop);
            }
        }

        using var file = File.OpenRead(folder["out.tif"]);
        Assert.Equal(isBig, TiffFile.Read(file)!.IsBig);
        using var photo = Photo.Load(folder["out.tif"]);
        foreach (var (number, page) in ((TiffBytes.Page[])[Card, Mill]).Index())
        {
            using var alone = Photo.Load(TiffBytes.Make(page), "alone");
            using var among = photo.Page(number, Stop);
            Assert.Equal(alone.ToRgb(), among.ToRgb());
        }
    }

    private PhotoResult Color(params TiffBytes.Page[] pages) => Color(PhotoPages.All, pages);

    private PhotoResult Color(PhotoPages which, params TiffBytes.Page[] pages)
    {
        File.WriteAllBytes(folder["in.tif"], TiffBytes.Make(pages));
        var result = new PhotoColorizer(colorizer)
            .Colorize(folder["in.tif"], folder["out.tif"], new PhotoOptions { Pages = which }, Stop);
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length); // nothing else is left
        return result;
    }

    private static bool IsPainted(Photo before, Photo after) => !before.ToRgb().SequenceEqual(after.ToRgb());

    private static TiffBytes.Page Grey(int width, int height, int bits) =>
        new(width, height, 1, bits, 1, Noise(width * height * bits / 8));

    private static byte[] Noise(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 37))];
}
