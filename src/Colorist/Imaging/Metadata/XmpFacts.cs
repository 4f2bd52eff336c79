using System.Globalization;
using System.Xml.Linq;

namespace Colorist;

/// <summary>What XMP data say about the pixels of a file, made true of the result.</summary>
internal static class XmpFacts
{
    private static readonly XNamespace Tiff = "http://ns.adobe.com/tiff/1.0/";
    private static readonly XNamespace Exif = "http://ns.adobe.com/exif/1.0/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";

    private static readonly XName[] Untrue =
    [
        Xmp + "Thumbnails", Tiff + "NativeDigest", Exif + "NativeDigest", Tiff + "BitsPerSample", Tiff + "Compression",
        Tiff + "TransferFunction",
        Tiff + "WhitePoint", Tiff + "PrimaryChromaticities", Tiff + "YCbCrCoefficients", Tiff + "ReferenceBlackWhite",
        Exif + "Gamma",
        Exif + "CompressedBitsPerPixel", Photoshop + "LegacyIPTCDigest",
    ];

    private static readonly XName[] UntrueWhenMoved = [Exif + "SubjectArea", Exif + "SubjectLocation"];

    /// <returns>
    /// The same with the result's sides, orientation and colour space, without previews; the packet itself if it is no
    /// XMP.
    /// </returns>
    public static byte[] Adapt(byte[] packet, ResultShape shape)
    {
        if (XmpPacket.Parse(packet) is not { } document || XmpPacket.Descriptions(document) is not { } rdf)
            return packet;
        foreach (var name in shape.IsMoved ? [.. Untrue, .. UntrueWhenMoved] : Untrue)
        {
            rdf.Elements().Attributes(name).Remove();
            rdf.Elements().Elements(name).Remove();
        }

        string width = Whole(shape.Width), height = Whole(shape.Height);
        Update(rdf, Tiff + "Orientation", "1");
        Update(rdf, Tiff + "ImageWidth", width);
        Update(rdf, Tiff + "ImageLength", height);
        Update(rdf, Exif + "PixelXDimension", width);
        Update(rdf, Exif + "PixelYDimension", height);
        Update(rdf, Tiff + "PhotometricInterpretation", "2"); // RGB
        Update(rdf, Tiff + "SamplesPerPixel", "3");
        Update(rdf, Exif + "ColorSpace", "1"); // sRGB
        Update(rdf, Photoshop + "ColorMode", "3"); // RGB
        Update(rdf, Photoshop + "ICCProfile", "sRGB");
        if (shape.IsTurned)
        {
            Swap(rdf, Tiff + "XResolution", Tiff + "YResolution");
            Swap(rdf, Exif + "FocalPlaneXResolution", Exif + "FocalPlaneYResolution");
        }

        return XmpPacket.Bytes(document);
    }

    private static void Update(XElement rdf, XName name, string value)
    {
        foreach (var attribute in rdf.Elements().Attributes(name)) attribute.Value = value;
        foreach (var element in rdf.Elements().Elements(name)) element.Value = value;
    }

    private static void Swap(XElement rdf, XName across, XName down)
    {
        if (Value(rdf, across) is not { } x || Value(rdf, down) is not { } y) return;
        Update(rdf, across, y);
        Update(rdf, down, x);
    }

    private static string? Value(XElement rdf, XName name) =>
        rdf.Elements().Attributes(name).FirstOrDefault()?.Value
            ?? rdf.Elements().Elements(name).FirstOrDefault()?.Value;

    private static string Whole(int side) => side.ToString(CultureInfo.InvariantCulture);
}
