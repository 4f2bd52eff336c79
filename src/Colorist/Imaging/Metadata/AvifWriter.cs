using System.Text;
using NetVips;

namespace Colorist;

/// <summary>
/// AVIF: quality 85 unless another is wanted, full-size chroma, 12 bits of 16; items for EXIF and XMP.
/// </summary>
internal static class AvifWriter
{
    private const int MarkLength = 32;

    public static void Save(Image image, PhotoMetadata told, string path, int quality)
    {
        var exif = told.Exif is null ? null : TiffWriter.Exif(told.Exif, told.IsBigEndian);
        var mark = Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N"));
        using var marked = image.Mutate(target =>
        {
            if (exif is not null) target.Set(GValue.BlobType, "exif-data", Room(mark, exif.Length));
            if (told.Xmp is not null) target.Set(GValue.BlobType, "xmp-data", told.Xmp);
        });
        var keep = Enums.ForeignKeep.Icc | Enums.ForeignKeep.Xmp | (exif is null ? 0 : Enums.ForeignKeep.Exif);
        marked.Heifsave(path, q: quality, compression: Enums.ForeignHeifCompression.Av1,
            subsampleMode: Enums.ForeignSubsample.Off, keep: keep);
        if (exif is not null) Fill(path, mark, exif);
    }

    /// <summary>
    /// EXIF data of which libvips makes an item that has room for others: it takes EXIF data apart with a library that
    /// drops whatever tag it does not know. A comment that is no good text would be mended by it, and move.
    /// </summary>
    private static byte[] Room(byte[] mark, int length)
    {
        var room = new TiffDirectory();
        room.Part(TiffId.Exif)
            .Set(new TiffTag(TiffId.UserComment, TiffType.Undefined,
                [.. "ASCII\0\0\0"u8, .. mark, .. Enumerable.Repeat((byte)'.', length)]));
        return [.. "Exif\0\0"u8, .. TiffWriter.Exif(room, isBigEndian: false)];
    }

    private static void Fill(string path, byte[] mark, byte[] exif)
    {
        var file = File.ReadAllBytes(path); // the encoder has held the whole of it anyway
        var marked = file.AsSpan().IndexOf(mark);
        var start = marked < 0 ? -1 : file.AsSpan(0, marked).LastIndexOf("Exif\0\0"u8);
        if (start < 0) throw new PhotoException(path, "an AVIF file with room for EXIF data", "none");
        var room = file.AsSpan((start + 6)..(marked + MarkLength + exif.Length));
        room.Clear();
        exif.CopyTo(room);
        File.WriteAllBytes(path, file);
    }
}
