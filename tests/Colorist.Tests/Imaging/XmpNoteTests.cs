using System.Text;
using System.Xml.Linq;
using NetVips;

namespace Colorist.Tests;

public sealed class XmpNoteTests
{
    private const string Stored = """
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="uuid:7" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
         xmlns:i="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" i:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/print">
        <dc:creator>Dorothea &amp; Søn</dc:creator>
        <xmpMM:History><rdf:Seq><rdf:li>scanned</rdf:li></rdf:Seq></xmpMM:History>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>
        """;

    [Fact]
    public void Add_ToExistingData_KeepsItAndContinuesTheHistory()
    {
        var once = XmpNote.Add([.. Encoding.UTF8.GetBytes(Stored), 0], "the model");
        var twice = XDocument.Parse(Encoding.UTF8.GetString(XmpNote.Add(once, "another model")));
        string[] Values(string name) =>
            [.. twice.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value)];
        Assert.Equal(["Dorothea & Søn"], Values("creator"));
        Assert.Equal(["scanned"], Values("li").Take(1));
        Assert.Equal(["the model", "another model"], Values("softwareAgent"));
        Assert.Equal(["another model"], Values("AISystemUsed"));
        Assert.EndsWith("algorithmicallyEnhanced", Assert.Single(Values("DigitalSourceType")));
        Assert.DoesNotContain("digitalsourcetype/print", twice.ToString(), StringComparison.Ordinal);
        Assert.All(twice.Descendants().Attributes().Where(attribute => attribute.Name.LocalName == "about"),
            about => Assert.Equal("uuid:7", about.Value));
    }

    [Theory]
    [InlineData("no XML at all")]
    [InlineData("<a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    public void Add_ToSomethingElse_LeavesItAlone(string stored)
    {
        var bytes = Encoding.UTF8.GetBytes(stored);
        Assert.Same(bytes, XmpNote.Add(bytes, "the model"));
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    [InlineData(".webp")]
    [InlineData(".avif")]
    public void Save_ComputedColors_AreNotedUnlessToldOtherwise(string extension)
    {
        using var folder = new TemporaryFolder();
        using var photo = Photo.Load(Pictures.Pattern(20, 30, 1).WriteToBuffer(".png"), "grey");
        using var painted = photo.WithChroma(Pictures.Flat(10, 20), "the model");
        painted.Save(folder["noted" + extension]);
        painted.Save(folder["plain" + extension], new PhotoSaveOptions { Note = false });
        using var noted = Image.NewFromFile(folder["noted" + extension]);
        using var plain = Image.NewFromFile(folder["plain" + extension]);
        Assert.Contains("the model", Encoding.UTF8.GetString((byte[])noted.Get("xmp-data")), StringComparison.Ordinal);
        Assert.False(plain.Contains("xmp-data"));
    }
}
