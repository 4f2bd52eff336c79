using System.Xml.Linq;

namespace Colorist;

/// <summary>
/// Notes in XMP data that colours are computed: a step of the file's history, the kind of source, and the system's
/// name.
/// </summary>
internal static class XmpNote
{
    private static readonly XNamespace Rdf = XmpPacket.Rdf;
    private static readonly XNamespace Media = "http://ns.adobe.com/xap/1.0/mm/";
    private static readonly XNamespace Event = "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#";
    private static readonly XNamespace Iptc = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    /// <summary>Whether a property belongs to the note, which must stay where every program looks for it.</summary>
    public static bool Holds(XName property) =>
        property == Iptc + "DigitalSourceType" || property == Iptc + "AISystemUsed";

    /// <summary>Adds the note.</summary>
    /// <param name="stored">The XMP data of the photo; null if it has none.</param>
    /// <param name="computedBy">What computed the colours.</param>
    /// <returns>
    /// The same with the note; <paramref name="stored"/> itself if it is no XMP that can be added to.
    /// </returns>
    public static byte[] Add(byte[]? stored, string computedBy)
    {
        var document = stored is null ? Empty() : XmpPacket.Parse(stored);
        if (document is null || XmpPacket.Descriptions(document) is not { } rdf) return stored!;
        var note = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", rdf.Elements().Attributes(Rdf + "about").FirstOrDefault()?.Value ?? ""),
            new XAttribute(XNamespace.Xmlns + "xmpMM", Media),
            new XAttribute(XNamespace.Xmlns + "stEvt", Event),
            new XAttribute(XNamespace.Xmlns + "Iptc4xmpExt", Iptc));
        rdf.Add(note);
        Set(rdf, note, Iptc + "DigitalSourceType",
            "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced");
        Set(rdf, note, Iptc + "AISystemUsed", computedBy);
        History(rdf, note).Add(new XElement(
            Rdf + "li",
            new XAttribute(Rdf + "parseType", "Resource"),
            new XElement(Event + "action", "edited"),
            new XElement(Event + "softwareAgent", computedBy),
            new XElement(Event + "parameters",
                "The colours of this picture are computed, a likely guess; only its lightness is that of the photograph.")));
        return XmpPacket.Bytes(document);
    }

    private static XDocument Empty() => new(
        new XProcessingInstruction("xpacket", "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\""),
        new XElement(XmpPacket.Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", XmpPacket.Meta),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf))),
        new XProcessingInstruction("xpacket", "end=\"w\""));

    /// <summary>A property stands once, as an attribute or an element of any description.</summary>
    private static void Set(XElement rdf, XElement note, XName name, string value)
    {
        rdf.Elements().Attributes(name).Remove();
        rdf.Elements().Elements(name).Remove();
        note.Add(new XElement(name, value));
    }

    private static XElement History(XElement rdf, XElement note)
    {
        if (rdf.Elements().Elements(Media + "History").Elements(Rdf + "Seq").FirstOrDefault() is { } sequence)
            return sequence;
        sequence = new XElement(Rdf + "Seq");
        note.Add(new XElement(Media + "History", sequence));
        return sequence;
    }
}
