using NetVips;

namespace Colorist;

/// <summary>What a file tells about its picture.</summary>
internal static class Metadata
{
    private const string Xmp = "xmp-data";

    /// <summary>Copies EXIF, XMP, IPTC and the unit of the resolution; the colour profile only if it is one for RGB pixels.</summary>
    public static void Copy(Image from, MutableImage to)
    {
        foreach (var field in from.GetFields())
            if (IsKept(field, from))
                to.Set(from.GetTypeOf(field), field, from.Get(field));
    }

    /// <summary>Adds to the XMP data that the colours are computed.</summary>
    public static void Note(Image from, MutableImage to, string computedBy)
    {
        var stored = from.Contains(Xmp) ? (byte[])from.Get(Xmp) : null;
        to.Set(GValue.BlobType, Xmp, XmpNote.Add(stored, computedBy));
    }

    private static bool IsKept(string field, Image from) =>
        field.StartsWith("exif-", StringComparison.Ordinal) || field is Xmp or "iptc-data" or "resolution-unit"
        || (field == "icc-profile-data" && from.Bands >= 3);
}
