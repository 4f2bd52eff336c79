using System.Text;
using NetVips;

namespace Colorist.Hostile;

/// <summary>Good pictures with XMP data that are damaged, deep, long or many.</summary>
internal sealed class XmpKind : IKind
{
    /// <summary>What programs write.</summary>
    public static byte[] Plain { get; } = Packet(
        "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:tiff='http://ns.adobe.com/tiff/1.0/' tiff:Orientation='6'>"
        + "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Quay</rdf:li></rdf:Alt></dc:title></rdf:Description>");

    public string Name => "xmp";

    public int Share => 80;

    public void Run(Random random, string folder)
    {
        var packet = random.Next(5) switch
        {
            0 => Packet(Repeat("<a>", random.Next(1, 1 << random.Next(1, 20)))),
            1 =>
                Packet(Repeat("<rdf:Description xmlns:q='q' q:a='1'><q:p>1</q:p></rdf:Description>",
                    random.Next(1, 1 << random.Next(1, 17)))),
            2 =>
                Packet(
                    $"<rdf:Description xmlns:q='q'><q:p>{new string('q', random.Next(1 << random.Next(1, 22)))}</q:p></rdf:Description>"),
            _ => Mutation.Bytes(Plain, random),
        };
        if (packet.Length == 0) return; // no picture can hold none
        using var picture = Seeds.Pattern(3);
        using var said = picture.Mutate(image => image.Set(GValue.BlobType, "xmp-data", packet));
        var encoded = random.Next(4) switch
        {
            0 => said.PngsaveBuffer(),
            1 => said.TiffsaveBuffer(),
            2 => said.WebpsaveBuffer(),
            _ => said.JpegsaveBuffer(),
        };
        Doors.UsePhoto(encoded, random, folder);
    }

    private static byte[] Packet(string content) => Encoding.UTF8.GetBytes(
        $"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{content}</rdf:RDF></x:xmpmeta>");

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
