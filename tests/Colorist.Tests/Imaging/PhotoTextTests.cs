using System.Text;
using NetVips;

namespace Colorist.Tests;

/// <summary>Comments and other texts that are no tags.</summary>
public sealed class PhotoTextTests
{
    [Fact]
    public void Save_PngTextsAsJpeg_BecomeTagsOrComments()
    {
        using var folder = new TemporaryFolder();
        Pictures.Pattern(8, 8, 3).WriteToFile(folder["in.png"]);
        ExifTool.Write(
            (folder["in.png"], ["-PNG:Title=Quay", "-PNG:Author=Anna", "-PNG:Source=Box 5", "-PNG:Comment=Küste"]));
        using var photo = Photo.Load(folder["in.png"]);
        Assert.Empty(photo.Save(folder["out.jpg"]));
        Assert.Equal(["the text Source"], photo.Save(folder["out.tif"]));
        Assert.Contains(
            "Source: Box 5", Encoding.UTF8.GetString(File.ReadAllBytes(folder["out.jpg"])), StringComparison.Ordinal);
        foreach (var tags in ExifTool.Read(folder["out.jpg"], folder["out.tif"]).Values)
            Assert.Equal(("Quay", "Anna", "Küste"),
                (tags["IFD0:DocumentName"], tags["IFD0:Artist"], tags["ExifIFD:UserComment"]));
    }

    /// <summary>XMP of a length, with a title before and after.</summary>
    [Theory]
    [InlineData(1_000, false)]
    [InlineData(60_000, false)]
    [InlineData(66_000, false)]
    [InlineData(66_000, true)]
    [InlineData(1_000_000, false)]
    [InlineData(1_000_000, true)]
    public void Save_LongXmpAsJpeg_KeepsItAndTheNote(int length, bool isPadding)
    {
        using var folder = new TemporaryFolder();
        var text = isPadding ? "short" : new string('q', length);
        var packet = $"""
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:ps="http://ns.adobe.com/photoshop/1.0/" ps:City="Bergen" ps:Instructions="{text}"><dc:format>image/tiff</dc:format></rdf:Description></rdf:RDF>
            </x:xmpmeta>{(isPadding ? new string(' ', length) : "")}<?xpacket end="w"?>
            """;
        Pictures.Pattern(8, 8, 3)
            .Mutate(image => image.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes(packet)))
            .WriteToFile(folder["in.png"]);
        using (var photo = Photo.Load(folder["in.png"]))
            Assert.Empty(photo.WithChroma(Pictures.Flat(9, 9), "the model").Save(folder["out.jpg"]));
        // extended XMP is one packet again
        using (var photo = Photo.Load(folder["out.jpg"])) photo.Save(folder["again.png"]);
        foreach (var tags in ExifTool.Read(folder["out.jpg"], folder["again.png"]).Values)
        {
            Assert.Equal(("Bergen", "image/tiff", "the model"),
                (tags["XMP-photoshop:City"], tags["XMP-dc:Format"], tags["XMP-iptcExt:AISystemUsed"]));
            Assert.Equal(text, tags["XMP-photoshop:Instructions"]);
        }
    }
}
