using System.Text;
using NetVips;

namespace Colorist.Tests;

/// <summary>XMP data that nothing good comes of: they never take long, and are kept as they are.</summary>
public sealed class XmpBoundTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(200_000, ".png")]
    [InlineData(5_000_000, ".png")]
    [InlineData(200_000, ".tif")]
    [InlineData(200_000, ".webp")]
    [InlineData(5_000_000, ".webp")]
    public void Save_DeepXmp_IsKeptAsItIs(int depth, string extension)
    {
        var packet = Encoding.ASCII.GetBytes(Repeat("<a>", depth) + Repeat("</a>", depth));
        Assert.Equal(packet, Saved(packet, extension, isStrange: true));
    }

    /// <remarks>libvips takes no tags of more than 50 MB together, in file and memory.</remarks>
    [Fact]
    public void Save_TiffWith35MBOfXmp_IsRefusedInOneLine()
    {
        var packet = Encoding.ASCII.GetBytes(Repeat("<a>", 5_000_000) + Repeat("</a>", 5_000_000));
        var refused = Assert.Throws<PhotoException>(() => Saved(packet, ".tif", isStrange: true));
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("<rdf:li/>", 100_000)]
    [InlineData("<rdf:li xmlns:z='z' z:a='1' z:b='2'/>", 40_000)]
    public void Save_XmpOfTooManyParts_IsKeptAsItIs(string part, int count)
    {
        var packet = Packet(Repeat(part, count));
        Assert.Equal(packet, Saved(packet, ".png", isStrange: true));
    }

    [Fact]
    public void Save_XmpOf90Levels_GetsTheNote()
    {
        var packet = Packet(Repeat("<rdf:li>", 90) + Repeat("</rdf:li>", 90));
        Assert.Contains(
            "the model", Encoding.UTF8.GetString(Saved(packet, ".png", isStrange: false)), StringComparison.Ordinal);
    }

    /// <remarks>Each was measured by writing the whole packet anew, which took time without end.</remarks>
    [Fact]
    public void Split_ManySmallProperties_PartsThem()
    {
        var packet = Packet("<rdf:Description xmlns:q='q'>" + Repeat("<q:p>1</q:p>", 15_000) + "</rdf:Description>");
        var split = Assert.NotNull(XmpPacket.Split(packet, 65_000, _ => false));
        Assert.InRange(split.Packet.Length, 1, 65_000);
        var merged = XmpPacket.Parse(XmpPacket.Merge(split.Packet, split.More)!)!;
        Assert.Equal(15_000, merged.Descendants().Count(element => element.Name.NamespaceName == "q"));
    }

    private byte[] Saved(byte[] packet, string extension, bool isStrange)
    {
        var stored = Pictures.Pattern(8, 8, 3).Mutate(image => image.Set(GValue.BlobType, "xmp-data", packet));
        stored.WriteToFile(folder["in" + extension]);
        using (var photo = Photo.Load(folder["in" + extension]))
        {
            Assert.Equal(isStrange, photo.HasStrangeXmp);
            photo.WithChroma(Pictures.Flat(9, 9), "the model").Save(folder["out" + extension]);
        }

        using var saved = Photo.Load(folder["out" + extension]);
        return PhotoSource.FromFile(folder["out" + extension]).Told.Xmp!;
    }

    private static byte[] Packet(string content) => Encoding.ASCII.GetBytes(
        $"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{content}</rdf:RDF></x:xmpmeta>");

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
