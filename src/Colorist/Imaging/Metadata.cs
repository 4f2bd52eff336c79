using NetVips;

namespace Colorist.Imaging;

/// <summary>What a file tells about its picture.</summary>
internal static class Metadata
{
    /// <summary>Copies EXIF, XMP, IPTC and the unit of the resolution; the colour profile only if it is one for RGB pixels.</summary>
    public static void Copy(Image from, MutableImage to)
    {
        foreach (var field in from.GetFields())
            if (IsKept(field, from))
                to.Set(from.GetTypeOf(field), field, from.Get(field));
    }

    private static bool IsKept(string field, Image from) =>
        field.StartsWith("exif-", StringComparison.Ordinal) || field is "xmp-data" or "iptc-data" or "resolution-unit"
        || (field == "icc-profile-data" && from.Bands >= 3);
}
