using System.Buffers.Binary;
using NetVips;

namespace Colorist;

/// <summary>WebP: quality 95 unless another is wanted; EXIF and XMP in chunks after the pixels (RFC 9649).</summary>
internal static class WebPWriter
{
    private const int FlagsAt = 20;
    private const byte HasExif = 8, HasXmp = 4;

    /// <summary>
    /// The picture must have a colour profile: only then libvips writes a header that can announce chunks.
    /// </summary>
    public static void Save(Image image, PhotoMetadata told, string path, int quality)
    {
        image.Webpsave(path, q: quality, smartSubsample: true, keep: Enums.ForeignKeep.Icc);
        if (told.Exif is null && told.Xmp is null) return;
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var head = new byte[FlagsAt + 1];
        file.ReadExactly(head);
        if (!head.AsSpan(12, 4).SequenceEqual("VP8X"u8))
            throw new PhotoException(path, "a WebP file that says it has a profile", "none");
        file.Position = file.Length;
        if (told.Exif is not null) Add(file, "EXIF"u8, TiffWriter.Exif(told.Exif, told.IsBigEndian));
        if (told.Xmp is not null) Add(file, "XMP "u8, told.Xmp);
        file.Position = 4;
        file.Write(Four((uint)(file.Length - 8)));
        file.Position = FlagsAt;
        file.WriteByte((byte)(head[FlagsAt] | (told.Exif is null ? 0 : HasExif) | (told.Xmp is null ? 0 : HasXmp)));
    }

    private static void Add(FileStream file, ReadOnlySpan<byte> type, byte[] content)
    {
        file.Write(type);
        file.Write(Four((uint)content.Length));
        file.Write(content);
        if (content.Length % 2 == 1) file.WriteByte(0);
    }

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
