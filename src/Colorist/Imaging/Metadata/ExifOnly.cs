namespace Colorist;

/// <summary>Formats that have places for EXIF and XMP data and for nothing else.</summary>
internal static class ExifOnly
{
    public static PhotoMetadata Fit(PhotoMetadata told)
    {
        told = PictureTexts.OnlyInExif(told);
        if (told.Resolution is { } resolution && Resolution.Read(told.Exif) is null)
        {
            var exif = told.Exif?.Copy() ?? new TiffDirectory();
            resolution.WriteTo(exif);
            told = told with { Exif = exif };
        }

        List<string> lost = [.. told.Lost];
        if (told.Iptc is not null) lost.Add("IPTC data");
        if (told.Photoshop.Count > 0) lost.Add("Photoshop's copyright mark");
        return told with { Iptc = null, Photoshop = new Dictionary<int, byte[]>(), Lost = lost };
    }
}
