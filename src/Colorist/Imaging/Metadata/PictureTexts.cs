using System.Text;

namespace Colorist;

/// <summary>Finds places in EXIF data for texts that a format has none for.</summary>
internal static class PictureTexts
{
    private const int Document = 269;
    private const int ExifVersion = 36864;

    /// <summary>Moves texts into EXIF data as long as their places are free; what is left stays.</summary>
    public static PhotoMetadata IntoExif(PhotoMetadata told)
    {
        if (told.Texts.Count == 0) return told;
        var exif = told.Exif?.Copy() ?? new TiffDirectory();
        var left = told.Texts.Where(text => !Place(exif, text, told.IsBigEndian)).ToList();
        return told with { Exif = exif.IsEmpty ? null : exif, Texts = left };
    }

    /// <summary>The same for a format that has no other place for texts.</summary>
    public static PhotoMetadata OnlyInExif(PhotoMetadata told)
    {
        told = IntoExif(told);
        return told with { Texts = [], Lost = [.. told.Lost, .. told.Texts.Select(text => $"the text {text.Key}")] };
    }

    private static bool Place(TiffDirectory exif, PictureText text, bool isBigEndian)
    {
        if (text.Key == PictureText.Comment) return PlaceComment(exif, text.Text, isBigEndian);
        var id = text.Key switch
        {
            "Title" => Document,
            "Description" => TiffId.Description,
            "Author" => TiffId.Artist,
            "Copyright" => TiffId.Copyright,
            "Software" => TiffId.Software,
            _ => 0,
        };
        if (id == 0 || (exif[id] is { } there && !Says(there, text.Text))) return false;
        exif.Set(TiffTag.Text(id, text.Text));
        return true;
    }

    private static bool Says(TiffTag tag, string text) => Encoding.UTF8.GetString(tag.Value).TrimEnd('\0') == text;

    private static bool PlaceComment(TiffDirectory exif, string text, bool isBigEndian)
    {
        if (exif.Parts.GetValueOrDefault(TiffId.Exif)?[TiffId.UserComment] is not null) return false;
        var camera = exif.Part(TiffId.Exif);
        if (camera.IsEmpty) camera.Set(new TiffTag(ExifVersion, TiffType.Undefined, [.. "0232"u8]));
        var unicode = isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        byte[] value = Ascii.IsValid(text)
            ? [.. "ASCII\0\0\0"u8, .. Encoding.ASCII.GetBytes(text)]
            : [.. "UNICODE\0"u8, .. unicode.GetBytes(text)];
        camera.Set(new TiffTag(TiffId.UserComment, TiffType.Undefined, value));
        return true;
    }
}
