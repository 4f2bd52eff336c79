using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Colorist;

/// <summary>
/// XMP data as they are stored: a packet, or in JPEG a packet and more (XMP specification, parts 1 and 3).
/// </summary>
internal static class XmpPacket
{
    public static readonly XNamespace Meta = "adobe:ns:meta/";
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Note = "http://ns.adobe.com/xmp/note/";

    private const int MaxBytes = 16 << 20;
    // programs nest a dozen elements; what is made of deeper ones takes time without end
    private const int MaxDepth = 100;
    // elements, attributes, texts; some operations on a document walk over all of them for each
    private const int MaxParts = 50_000;
    private static readonly XmlReaderSettings Plain = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        MaxCharactersInDocument = MaxBytes
    };

    /// <returns>The packet as XML; null if it is none, or larger or deeper than any that a program writes.</returns>
    public static XDocument? Parse(byte[] packet)
    {
        if (packet.Length > MaxBytes) return null;
        var text = packet.AsSpan().TrimEnd((byte)0).ToArray();
        try
        {
            if (!IsBounded(text)) return null;
            using var reader = XmlReader.Create(new MemoryStream(text), Plain);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Whether a packet is one that can be added to.</summary>
    public static bool IsUnderstood(byte[] packet) => Descriptions(Parse(packet)) is not null;

    private static bool IsBounded(byte[] text)
    {
        using var reader = XmlReader.Create(new MemoryStream(text), Plain);
        for (var parts = 0; reader.Read();)
            if (reader.Depth > MaxDepth || (parts += 1 + reader.AttributeCount) > MaxParts) return false;
        return true;
    }

    /// <returns>The element that holds the descriptions; null if there is none.</returns>
    public static XElement? Descriptions(XDocument? document) => document?.Descendants(Rdf + "RDF").FirstOrDefault();

    public static byte[] Bytes(XDocument document) =>
        Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));

    /// <summary>
    /// The identifier of what a JPEG file says of the picture beyond the packet; null if the packet is all.
    /// </summary>
    public static string? NameOfMore(byte[] packet)
    {
        var rdf = Descriptions(Parse(packet));
        return rdf?.Elements().Attributes(Note + "HasExtendedXMP").FirstOrDefault()?.Value
            ?? rdf?.Elements().Elements(Note + "HasExtendedXMP").FirstOrDefault()?.Value;
    }

    /// <summary>Puts a packet and what goes beyond it together; null if either is not understood.</summary>
    public static byte[]? Merge(byte[] packet, byte[] more)
    {
        if (Parse(packet) is not { } document || Descriptions(document) is not { } rdf
            || Descriptions(Parse(more)) is not { } added) return null;
        rdf.Elements().Attributes(Note + "HasExtendedXMP").Remove();
        rdf.Elements().Elements(Note + "HasExtendedXMP").Remove();
        rdf.Add(added.Elements().Select(description => new XElement(description)));
        return Bytes(document);
    }

    /// <summary>
    /// Parts a packet that is too long for one: padding goes first, then the longest properties move to what goes
    /// beyond it.
    /// </summary>
    /// <param name="packet">The packet.</param>
    /// <param name="max">Bytes that one may have.</param>
    /// <param name="keep">Whether a property stays in the packet, whatever its length.</param>
    /// <returns>Both, and the name that the packet has for the rest; null if that cannot be done.</returns>
    public static (byte[] Packet, byte[] More, string Name)? Split(byte[] packet, int max, Predicate<XName> keep)
    {
        if (Parse(packet) is not { } document || Descriptions(document) is not { } rdf) return null;
        document.DescendantNodes().OfType<XText>()
            .Where(text => string.IsNullOrWhiteSpace(text.Value) && text.Parent?.HasElements != false).Remove();
        if (Bytes(document) is var trimmed && trimmed.Length <= max) return (trimmed, [], "");
        Unfold(rdf);
        var moved = new XElement(Rdf + "Description", new XAttribute(Rdf + "about", ""), Prefixes(rdf));
        var properties = rdf.Elements().Elements().Where(property => !keep(property.Name))
            .Select(property => (property.ToString().Length, Property: property));
        var length = Length();
        foreach (var (removed, property) in properties.OrderByDescending(property => property.Length).ToList())
        {
            if (length <= max) break;
            property.Remove();
            moved.Add(property);
            if ((length -= removed) <= max) length = Length(); // alone it had to name its prefixes, so it was shorter
        }

        if (length > max) return null;
        var more = Encoding.UTF8.GetBytes(new XElement(Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", Meta),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), moved))
                .ToString(SaveOptions.DisableFormatting));
#pragma warning disable CA5351 // the specification asks for this digest; it guards nothing
        var name = Convert.ToHexString(MD5.HashData(more));
#pragma warning restore CA5351
        rdf.Add(new XElement(Rdf + "Description", new XAttribute(Rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "xmpNote", Note),
            new XElement(Note + "HasExtendedXMP", name)));
        return (Bytes(document), more, name);

        int Length() => Bytes(document).Length + 200; // the name of the rest
    }

    /// <summary>A packet with nothing but some of the properties; null if it is no packet.</summary>
    public static byte[]? Only(byte[] packet, Predicate<XName> keep)
    {
        if (Parse(packet) is not { } document || Descriptions(document) is not { } rdf) return null;
        Unfold(rdf);
        rdf.Elements().Elements().Where(property => !keep(property.Name)).Remove();
        return Bytes(document);
    }

    /// <summary>The names that a packet has for its namespaces: some programs know a property by them.</summary>
    private static IEnumerable<XAttribute> Prefixes(XElement rdf) => rdf.AncestorsAndSelf().Concat(rdf.Elements())
        .Attributes()
        .Where(attribute => attribute.IsNamespaceDeclaration && attribute.Name != "xmlns"
            && attribute.Value != Rdf.NamespaceName)
        .DistinctBy(attribute => attribute.Name).Select(attribute => new XAttribute(attribute));

    /// <summary>Properties that are attributes become elements, which can be moved.</summary>
    private static void Unfold(XElement rdf)
    {
        foreach (var description in rdf.Elements(Rdf + "Description"))
            foreach (var attribute in description.Attributes().ToList())
                if (!attribute.IsNamespaceDeclaration && attribute.Name.Namespace != Rdf
                    && attribute.Name.Namespace != XNamespace.Xml)
                {
                    attribute.Remove();
                    description.Add(new XElement(attribute.Name, attribute.Value));
                }
    }
}
